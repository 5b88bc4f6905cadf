import { getBound, getOne, getTwo } from '../lib/cached'

export default async function Page() {
  return <p>{(await getOne()) + (await getBound()) + (await getTwo())}</p>
}
