import { getTagged } from '../../lib/open'

export default async function TaggedPage() {
  const more: string[] = JSON.parse(process.env.TAGS ?? '[]')
  return <p>{(await getTagged(more)).length}</p>
}
