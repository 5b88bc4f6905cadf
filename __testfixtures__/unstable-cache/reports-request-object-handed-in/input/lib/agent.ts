import { unstable_cache } from 'next/cache'
import type { NextRequest } from 'next/server'

export async function getAgent(request: NextRequest) {
  const agent = await unstable_cache(
    async () => ({ agent: request.headers.get('user-agent'), headers: [...request.headers.keys()] }),
    ['agent', request.headers.get('user-agent') ?? ''],
  )()
  return agent.headers.length
}

export const getUrl = unstable_cache(async (request: NextRequest) => request.url, ['url'])
