import { getExams } from '../../lib/data'

export default async function ExamsPage() {
  return <p>{(await getExams()).length}</p>
}
