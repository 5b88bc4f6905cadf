import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { currentMember } from '@/lib/member'
import { forms } from '@/lib/registry'
import { expire } from './actions'

interface Props {
  params: Promise<{ form: string }>
}

/** What the visitor sees of one form; the button tells everybody that a tag is out of date. */
export default function Page({ params }: Props) {
  return (
    <main>
      <Suspense>
        <Shown params={params} />
      </Suspense>
      <form action={expire}>
        <input name="tag" defaultValue="" />
        <button type="submit">Expire</button>
      </form>
    </main>
  )
}

async function Shown({ params }: Props) {
  const { form } = await params
  const show = forms[form]
  if (!show) notFound()
  return <output>{await show(await currentMember())}</output>
}
