import { getAccount } from '../lib/account'

export default async function Page() {
  return <p>{await getAccount()}</p>
}
