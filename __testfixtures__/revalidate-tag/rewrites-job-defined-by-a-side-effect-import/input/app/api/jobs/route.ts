import '../../../lib/jobs'
import { runJob } from '../../../lib/registry'

export async function POST(request: Request) {
  const { name } = await request.json()
  await runJob(name)
  return new Response(null)
}
