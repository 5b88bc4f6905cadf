import { revalidateTag } from 'next/cache'

export type Coupon = { code: string }

export const COUPON_TAG = 'coupons'

export function expireCoupons() {
  revalidateTag(COUPON_TAG)
}
