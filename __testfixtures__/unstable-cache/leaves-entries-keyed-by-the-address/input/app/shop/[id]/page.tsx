import { unstable_cache } from 'next/cache'
import { draftMode } from 'next/headers'
import { connection } from 'next/server'

const getItem = unstable_cache(async (id: string, sort: string) => ({ id, sort }), ['item'])

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ sort?: string }>
}

export default async function Page({ params, searchParams }: Props) {
  await connection()
  const { isEnabled } = await draftMode()
  const { id } = await params
  const { sort = 'price' } = await searchParams
  const related = await unstable_cache(async () => [id, sort], ['related', id, sort, String(isEnabled)])()
  return <p>{(await getItem(id, sort)).sort + related.length}</p>
}
