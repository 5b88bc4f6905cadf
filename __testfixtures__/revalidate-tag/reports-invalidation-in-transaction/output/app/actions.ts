'use server'

import { updateTag } from 'next/cache'
import { inTransaction } from '../lib/in-transaction'
import { db, prisma, sql } from '../lib/db'
import { invoiceCache } from '../lib/invoice-cache'

export async function payInvoice(id: string) {
  return await prisma.$transaction(async (tx) => {
    const invoice = await tx.invoice.update({ where: { id }, data: { total: 0 } })
    updateTag(`invoice-${id}`)
    return invoice
  })
}

export async function moveInvoices(ids: string[]) {
  await prisma.$transaction(
    async (tx) => {
      for (const id of ids) await tx.invoice.update({ where: { id }, data: { total: 1 } })
      ids.forEach((id) => invoiceCache.expire(id))
    },
    { timeout: 5000 },
  )
}

export async function deleteInvoices() {
  await db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (trx) => {
      await trx.deleteFrom('invoice').execute()
      updateTag('invoices')
    })
}

export async function resetInvoices() {
  await sql.begin(clearAll)
}

async function clearAll(tx: typeof sql | ((text: TemplateStringsArray) => Promise<unknown[]>)) {
  await tx`delete from invoices`
  updateTag('invoices')
}

export async function closeYear() {
  await inTransaction(async () => {
    await Promise.all([closeBooks()])
  })
}

async function closeBooks() {
  await sql`update books set closed = true`
  updateTag('books')
}
