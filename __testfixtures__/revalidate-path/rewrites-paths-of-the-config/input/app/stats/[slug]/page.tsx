export default function StatsPage() {
  return <p>Stats</p>
}
