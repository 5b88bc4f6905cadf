import { revalidateTag } from 'next/cache'

type Listener = (id: string) => void

const onPaid: Listener = (id) => {
  revalidateTag(`paid:${id}`)
}

function onVoid(id: string) {
  revalidateTag(`void:${id}`)
}

export const listeners: Record<string, Listener> = {
  'invoice.paid': onPaid,
  'invoice.draft': (id) => {
    revalidateTag(`draft:${id}`)
  },
}

export const more = new Map<string, Listener>([['invoice.void', onVoid]])

export const always: Listener[] = [
  () => revalidateTag('invoices'),
]
