export default function ArchivePage() {
  return <p>Archive</p>
}
