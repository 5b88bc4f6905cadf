import { ReviewService } from '../../../lib/review-service'

const reviews = new ReviewService()

export async function POST(request: Request) {
  await reviews.publish(await request.text())
  return new Response()
}
