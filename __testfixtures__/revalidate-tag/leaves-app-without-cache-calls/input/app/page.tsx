export default function Page() {
  return <p>Nothing to invalidate</p>
}
