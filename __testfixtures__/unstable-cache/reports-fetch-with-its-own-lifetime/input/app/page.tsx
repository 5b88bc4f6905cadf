import { getFeed, getTopics } from '../lib/feed'

export default async function Page() {
  return <p>{(await getFeed()) + (await getTopics())}</p>
}
