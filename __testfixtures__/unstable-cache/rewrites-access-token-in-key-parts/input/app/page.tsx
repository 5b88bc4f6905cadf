import { currentPermissions } from "../lib/permissions";

export default async function Page() {
  return <p>{(await currentPermissions("me")).join(", ")}</p>;
}
