export const dynamic: 'auto' | 'force-dynamic' = 'force-dynamic'
export const maxDuration = 10

export default function Page() {
  return <main />
}
