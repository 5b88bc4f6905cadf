import { getProject } from "../../../../lib/project/service";

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  return Response.json(await getProject((await params).id));
}
