import { getNews } from '../lib/news'

export default async function Page() {
  return <p>{(await getNews('local')).join()}</p>
}
