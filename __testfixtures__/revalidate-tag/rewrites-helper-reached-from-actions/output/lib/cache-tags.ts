import { updateTag } from 'next/cache'

export const orderTags = {
  list: () => 'orders',
  record: (id: string) => `order-${id}`,
}

function expire(tag: string) {
  updateTag(tag)
}

export function expireOrder(id: string) {
  expire(orderTags.list())
  expire(orderTags.record(id))
}
