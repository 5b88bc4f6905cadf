import { invite, members, rate } from '../lib/team'

export default async function Page() {
  return (
    <form action={invite.bind(null, 'a', 'Ann')}>
      {(await members('a')).length + (await rate('a', 5))}
    </form>
  )
}
