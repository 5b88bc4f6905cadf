'use server'

import { updateTag } from 'next/cache'
import { after } from 'next/server'
import { prisma } from '../lib/db'
import { createTransaction } from '../lib/bookings'

export async function payInvoice(id: string) {
  const tags: string[] = []
  await prisma.$transaction(async (tx) => {
    await tx.invoice.update({ where: { id }, data: { total: 0 } })
    tags.push(`invoice-${id}`)
  })
  for (const tag of tags) updateTag(tag)
}

export async function payBoth(a: string, b: string) {
  const data = { total: 0 }
  await prisma.$transaction([
    prisma.invoice.update({ where: { id: a }, data }),
    prisma.invoice.update({ where: { id: b }, data }),
  ])
  updateTag('invoices')
}

export async function payLater(id: string) {
  const done = await prisma.$transaction(async (tx) => {
    await tx.invoice.update({ where: { id }, data: { total: 0 } })
    after(() => updateTag('invoices'))
    return () => updateTag(`invoice-${id}`)
  })
  done()
}

export async function payNow(id: string) {
  await prisma
    .$transaction(async (tx) => tx.invoice.update({ where: { id }, data: { total: 0 } }))
    .then(() => updateTag(`invoice-${id}`))
}

export async function book(amount: number) {
  await createTransaction(amount, () => updateTag('bookings'))
}
