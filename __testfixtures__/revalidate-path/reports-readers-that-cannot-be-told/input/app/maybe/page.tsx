import { headers } from 'next/headers'

export default async function MaybePage() {
  const agent = process.env.AGENT ? (await headers()).get('user-agent') : null
  return <p>{agent}</p>
}
