import { getClock } from '@/lib/forms/lifetimes'

export default async function Page() {
  return <output>{await getClock()}</output>
}
