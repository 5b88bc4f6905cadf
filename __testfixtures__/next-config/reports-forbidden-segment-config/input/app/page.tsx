export const dynamic = 'force-static'
export const fetchCache = 'default-cache'

export default function Page() {
  return <main />
}
