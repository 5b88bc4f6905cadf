import { revalidateTag } from "next/cache";
import { saveCart } from "@/app/cart/actions";

jest.mock("next/cache", () => ({ revalidateTag: jest.fn() }));

describe("saveCart", () => {
  it("expires the cart", async () => {
    await saveCart("1");
    expect(revalidateTag).toHaveBeenCalledWith("cart-1");
  });
});
