import { getBoth, getCachedLinks, getLinks } from '../lib/links'

export default async function Page() {
  return <p>{[getCachedLinks(), await getLinks({ id: '1' }), await getBoth('a')].join()}</p>
}
