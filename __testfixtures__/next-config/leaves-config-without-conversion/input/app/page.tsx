export const runtime = 'nodejs'

export default function Page() {
  return <main />
}
