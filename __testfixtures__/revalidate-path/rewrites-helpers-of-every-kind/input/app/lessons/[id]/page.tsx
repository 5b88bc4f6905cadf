import { getLesson } from '../../../lib/data'

export default async function LessonPage({ params }: { params: Promise<{ id: string }> }) {
  return <h1>{await getLesson((await params).id)}</h1>
}
