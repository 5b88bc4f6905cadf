// @ts-check
import { revalidateTag } from "next/cache";

export async function POST(request: Request) {
  const { id } = await request.json();
  revalidateTag(
    `order-${id}`,
    "max",
  );
  return new Response();
}
