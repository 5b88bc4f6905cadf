import { getSurveys } from '../lib/surveys'

export default async function Page() {
  return <p>{(await getSurveys('a')).map(({ createdAt }) => createdAt.getFullYear())}</p>
}
