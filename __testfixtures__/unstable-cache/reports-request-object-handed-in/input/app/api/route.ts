import type { NextRequest } from 'next/server'
import { getAgent, getUrl } from '../../lib/agent'

export async function GET(request: NextRequest) {
  return Response.json({ agent: await getAgent(request), url: await getUrl(request) })
}
