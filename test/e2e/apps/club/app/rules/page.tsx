import { getRules } from '@/lib/forms/reference'

/** Nothing of the request: prerendered. */
export default async function Page() {
  return <output>{await getRules('short')}</output>
}
