import { revalidateTag } from 'next/cache'

type Listener = (id: string) => void

const onPaid: Listener = (id) => {
  revalidateTag(`paid:${id}`, 'max')
}

function onVoid(id: string) {
  revalidateTag(`void:${id}`, 'max')
}

export const listeners: Record<string, Listener> = {
  'invoice.paid': onPaid,
  'invoice.draft': (id) => {
    revalidateTag(`draft:${id}`, 'max')
  },
}

export const more = new Map<string, Listener>([['invoice.void', onVoid]])

export const always: Listener[] = [
  () => revalidateTag('invoices', 'max'),
]
