import { getEvent, getVenues } from '../lib/events'

export default async function Page() {
  const event = await getEvent('1')
  const venues = await getVenues()
  return <p>{new Date(event.at).toISOString() + venues.length}</p>
}
