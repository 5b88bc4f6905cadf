export default function PhotosPage() {
  return <p>Photos</p>
}
