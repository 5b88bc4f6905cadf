export const revalidate = 60

export default function Loading() {
  return <main />
}
