import { getAnswer, getLink, getPrice, getTools } from '../lib/results'

export default async function Page() {
  const { price } = await getPrice('1')
  return <p>{[price.cents, await getLink(), (await getAnswer()).status, Object.keys(await getTools())].join()}</p>
}
