import { getLessons } from '../../lib/data'

export default async function LessonsPage() {
  return <p>{(await getLessons()).length}</p>
}
