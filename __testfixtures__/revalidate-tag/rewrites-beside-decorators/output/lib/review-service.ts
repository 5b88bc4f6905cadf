import { revalidateTag } from 'next/cache'

function logged<T extends (...args: never[]) => unknown>(method: T, _: ClassMethodDecoratorContext): T {
  return method
}

export class ReviewService {
  #prefix = <string>'review'

  @logged
  async publish(id: string) {
    revalidateTag(`${this.#prefix}:${id}`, 'max')
  }
}
