import { revalidateTag } from "next/cache";
import { withWorkspace } from "../../../lib/with-workspace";

export const POST = withWorkspace(
  async ({ workspace, request }) => {
    const { id } = await request.json();
    revalidateTag(`orders:${workspace.id}:${id}`);
    return Response.json({ id });
  },
  { permissions: ["orders.write"] },
);
