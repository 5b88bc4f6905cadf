export const campaignTags = {
  one: (id: string) => `campaign-${id}`,
  members: (id: string) => ['members', `members-${id}`],
}

export const shared: string[] = ['campaigns', 'all']
