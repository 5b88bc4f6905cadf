import { COUPON_TAG, type Coupon } from '../../../lib/coupons'

export async function GET() {
  const coupons: Coupon[] = await fetch('https://example.com/coupons', {
    cache: 'force-cache',
    next: { tags: [COUPON_TAG] },
  }).then((response) => response.json())
  return Response.json(coupons)
}
