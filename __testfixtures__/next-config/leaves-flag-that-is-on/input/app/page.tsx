export const revalidate = 60
export const maxDuration = 10

export default function Page() {
  return <main />
}
