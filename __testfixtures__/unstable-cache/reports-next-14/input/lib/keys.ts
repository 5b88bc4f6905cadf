import { unstable_cache } from 'next/cache'

export const getApiKey = async (id: string) =>
  unstable_cache(
    async () => {
      return { id, label: 'Deploys' }
    },
    [`getApiKey-${id}`],
    { tags: [`apiKeys-${id}`], revalidate: 1800 }
  )()
