import { expireAudit } from './cache'

export function audited<T extends new (...args: never[]) => object>(target: T, _: ClassDecoratorContext) {
  const methods: Record<string, (...args: unknown[]) => unknown> = target.prototype
  for (const name of Object.getOwnPropertyNames(methods)) {
    const run = methods[name]
    if (name === 'constructor' || !run) continue
    methods[name] = function (...args) {
      expireAudit()
      return run.apply(this, args)
    }
  }
}
