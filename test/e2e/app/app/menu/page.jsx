import { Entry } from '@/lib/entry'
import { getMenu } from '@/lib/readers'
import { saveMenu } from './actions'

export default async function MenuPage() {
  return <Entry value={await getMenu()} save={saveMenu} />
}
