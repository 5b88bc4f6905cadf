import { updateTag } from "next/cache";
import { saveCart } from "@/app/cart/actions";

jest.mock("next/cache", () => ({ revalidateTag: jest.fn(), updateTag: jest.fn() }));

describe("saveCart", () => {
  it("expires the cart", async () => {
    await saveCart("1");
    expect(updateTag).toHaveBeenCalledWith("cart-1");
  });
});
