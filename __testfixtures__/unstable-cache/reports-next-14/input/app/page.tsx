import { getApiKey } from '../lib/keys'

export default async function Page() {
  return <p>{(await getApiKey('1')).label}</p>
}
