import { notes } from '../../lib/notes'

export default function NotesPage() {
  async function rename() {
    'use server'
    notes.write('notes')
  }
  return (
    <form action={rename}>
      <button>Rename</button>
    </form>
  )
}
