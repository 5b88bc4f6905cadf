import { getMenu } from '../lib/menu'

export default async function Page() {
  return <p>{await getMenu()}</p>
}
