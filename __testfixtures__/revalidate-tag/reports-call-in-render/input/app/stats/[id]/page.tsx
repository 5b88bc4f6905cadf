import { touch } from '../../../lib/touch'

export async function generateMetadata({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  touch(id)
  return { title: id }
}

export default function Page() {
  return null
}
