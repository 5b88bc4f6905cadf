import { getRooms } from '../../lib/data'

export default async function RoomsPage() {
  return <p>{(await getRooms()).length}</p>
}
