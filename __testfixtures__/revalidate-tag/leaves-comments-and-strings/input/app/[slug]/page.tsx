export default function SlugPage() {
  return <p>Page</p>
}
