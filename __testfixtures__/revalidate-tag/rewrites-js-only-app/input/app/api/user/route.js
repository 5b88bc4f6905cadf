import { saveUser } from "@/app/api/user/store";

export async function POST(request) {
  return Response.json(await saveUser(await request.json()));
}
