import { getCurrentUser, getUser } from '../lib/user'

export default async function Page() {
  const user = await getCurrentUser()
  return <p>{user?.name ?? (await getUser('guest')).name}</p>
}
