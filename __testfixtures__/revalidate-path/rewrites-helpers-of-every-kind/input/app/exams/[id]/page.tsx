import { getExam } from '../../../lib/data'

export default async function ExamPage({ params }: { params: Promise<{ id: string }> }) {
  return <h1>{await getExam((await params).id)}</h1>
}
