import { Entry } from '@/lib/entry'
import { expireHours } from '@/lib/expire-hours'
import { getHours } from '@/lib/readers'
import { writeEntry } from '@/lib/store'

export default async function HoursPage() {
  async function saveHours(form) {
    'use server'
    await writeEntry('hours', form.get('value'))
    expireHours()
  }
  return <Entry value={await getHours()} save={saveHours} />
}
