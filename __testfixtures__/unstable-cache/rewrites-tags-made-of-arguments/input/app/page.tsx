import { getAll, getCampaign, getMembers } from '../lib/campaign'

export default async function Page() {
  const campaign = await getCampaign('1', 'en')
  return <p>{(await getMembers(campaign)).concat(await getAll()).join()}</p>
}
