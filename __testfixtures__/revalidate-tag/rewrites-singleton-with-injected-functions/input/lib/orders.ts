import { audited } from './audited'
import { cache, expireStock } from './cache'

interface Expires {
  expire(id: string): void
}

class Orders {
  private readonly hooks: (() => void)[] = []

  constructor(private readonly cache: Expires) {
    this.hooks.push(() => expireStock())
  }

  place(id: string) {
    this.cache.expire(id)
    for (const hook of this.hooks) hook()
  }
}

@audited
class Returns {
  open(id: string) {
    return id
  }
}

export const orders = new Orders(cache)
export const returns = new Returns()
