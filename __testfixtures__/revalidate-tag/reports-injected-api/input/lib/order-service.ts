import type { revalidateTag } from 'next/cache'

export function createOrderService(deps: { expire: typeof revalidateTag }) {
  return {
    async cancel(id: string) {
      deps.expire(`order:${id}`)
    },
  }
}
