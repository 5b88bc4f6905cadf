import { updateTag } from 'next/cache'

export type Coupon = { code: string }

export const COUPON_TAG = 'coupons'

export function expireCoupons() {
  updateTag(COUPON_TAG)
}
