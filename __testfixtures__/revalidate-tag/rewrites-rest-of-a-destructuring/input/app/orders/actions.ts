'use server'

import { operations } from '../../lib/operations'

export async function pay(id: string) {
  operations.expire(id)
}
