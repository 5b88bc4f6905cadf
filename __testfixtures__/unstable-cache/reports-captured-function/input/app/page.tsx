import { cached, getDouble, getLogged, getRows } from '../lib/load'

export default async function Page() {
  await getLogged(1, { log() {}, level: 1 })
  return <p>{(await cached(async () => 1, 'one')) + (await getDouble(2)) + (await getRows('a'))}</p>
}
