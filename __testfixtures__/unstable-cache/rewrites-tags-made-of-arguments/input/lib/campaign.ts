import { unstable_cache } from 'next/cache'
import { campaignTags, shared } from './tags'

export const getCampaign = async (id: string, locale: string) =>
  unstable_cache(async () => ({ id, name: `Campaign ${id}` }), [id, locale], {
    tags: [campaignTags.one(id), `user-data-${locale}`],
    revalidate: false,
  })()

export async function getMembers(campaign: { id: string; name: string }) {
  const members = await unstable_cache(
    async () => {
      const response = await fetch(`https://campaigns.example/${campaign.id}/members`)
      return (await response.json()) as string[]
    },
    ['members', campaign.id],
    { tags: campaignTags.members(campaign.id) },
  )()
  return members.sort()
}

export const getAll = unstable_cache(async () => ['a', 'b'], ['campaigns'], { tags: shared })
