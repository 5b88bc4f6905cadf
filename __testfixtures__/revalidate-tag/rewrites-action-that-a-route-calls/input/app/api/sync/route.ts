import { saveTrades } from "../../trades/actions";

export async function POST(request: Request) {
  const { userId, trades } = await request.json();
  await saveTrades(userId, trades);
  return Response.json({ ok: true });
}
