import { getDoc } from '../../../lib/docs'

export default async function DocPage({ params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params
  return <p>{await getDoc(path.join('/'))}</p>
}
