import { unstable_cache } from 'next/cache'

// retag-ignore unstable-cache -- has to survive a restart
export const getRates = unstable_cache(async (token: string) => ({ token, at: new Date() }), ['rates'])
