import { auth } from "../../lib/auth"

export default async function AccountPage() {
  const session = await auth.api.getSession()
  return <p>{session?.user.email}</p>
}
