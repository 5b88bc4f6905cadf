import { getToday, getWarnings, Places, places } from '../lib/weather'

export default async function Page() {
  const { degrees } = await getToday('Bonn')
  const names = await Promise.all([
    places.all(),
    places.near('Bonn'),
    Places.of('de'),
    Places.capitals(),
    getWarnings('Bonn'),
  ])
  return <p>{names.flat().join() + degrees}</p>
}
