import { default as expireMenu } from '../../../lib/expire-menu'

export async function POST() {
  expireMenu()
  return new Response()
}
