import { getBanner } from '../lib/banner'

export default async function Page() {
  return <p>{await getBanner('Bonn')}</p>
}
