import { beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/webhooks/payments/route";
import { store } from "@/lib/db";

const cache = vi.hoisted(() => ({ revalidateTag: vi.fn() }));

vi.mock("next/cache", () => cache);

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubEnv("PAYMENTS_SECRET", "s3cret");
});

function send(body: unknown, secret = "s3cret") {
  return POST(
    new Request("http://localhost/api/webhooks/payments", {
      method: "POST",
      headers: { "x-webhook-secret": secret },
      body: JSON.stringify(body),
    }),
  );
}

test("a payment settles its invoice", async () => {
  const response = await send({ type: "payment.received", invoiceId: "i1", amount: 12_500 });
  expect(response.status).toBe(200);
  expect(store.invoices.get("i1")?.status).toBe("paid");
  expect(cache.revalidateTag).toHaveBeenCalledWith("payments");
  expect(cache.revalidateTag).toHaveBeenCalledWith("invoice-i1");
});

test("a stranger is turned away", async () => {
  const response = await send({}, "guess");
  expect(response.status).toBe(401);
  expect(cache.revalidateTag).not.toHaveBeenCalled();
});
