import { getArchive, getNews, getPolitics, getSports } from '../lib/news'

export default async function Page() {
  const all = await Promise.all([getNews('local'), getPolitics(), getArchive(), getSports('first')])
  return <p>{all.map(({ headlines }) => headlines.length).join()}</p>
}
