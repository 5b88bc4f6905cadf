import { getReport } from '../lib/report'

export default async function Page() {
  return <p>{(await getReport(2024)).total}</p>
}
