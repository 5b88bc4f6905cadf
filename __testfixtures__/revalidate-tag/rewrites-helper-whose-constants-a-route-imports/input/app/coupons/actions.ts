'use server'

import { expireCoupons } from '../../lib/coupons'

export async function addCoupon() {
  expireCoupons()
}
