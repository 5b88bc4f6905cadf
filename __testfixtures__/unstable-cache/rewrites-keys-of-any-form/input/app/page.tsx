import { countAlbums, countAll, countNew, countOf, countTagged } from '../lib/keys'

export default async function Page() {
  const counts = await Promise.all([countAlbums(), countAll(), countNew(), countOf('a'), countTagged('sea')])
  return <p>{counts.join()}</p>
}
