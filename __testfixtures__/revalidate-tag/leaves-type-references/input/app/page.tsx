import type { Entry } from '../lib/types'

export default function Page(_: Partial<Entry>) {
  return null
}
