import { countNotes, getNotes } from '../lib/notes'

export default async function Page() {
  return <p>{(await getNotes('me')).length + (await countNotes('me'))}</p>
}
