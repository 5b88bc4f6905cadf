import { cacheLife, cacheTag } from 'next/cache'
import { campaignTags, shared } from './tags'

export const getCampaign = async (id: string, locale: string) => {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(campaignTags.one(id), `user-data-${locale}`)
  return { id, name: `Campaign ${id}` }
}

async function getCachedMembers(campaignId: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(...campaignTags.members(campaignId))
  const response = await fetch(`https://campaigns.example/${campaignId}/members`)
  return (await response.json()) as string[]
}

export async function getMembers(campaign: { id: string; name: string }) {
  const members = await getCachedMembers(campaign.id)
  return members.sort()
}

export async function getAll() {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag(...shared)
  return ['a', 'b']
}
