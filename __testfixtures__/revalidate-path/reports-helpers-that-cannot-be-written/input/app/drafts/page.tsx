import { currentUser, getDrafts } from '../../lib/drafts'

export default async function DraftsPage() {
  const drafts = await getDrafts(await currentUser())
  return <p>{drafts.length}</p>
}
