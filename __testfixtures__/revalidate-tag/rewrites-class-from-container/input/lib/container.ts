import { InvoiceService } from './invoice-service'

type Class<T> = new () => T

const classes = new Map<string, Class<unknown>>()

export function register<T>(token: string, target: Class<T>) {
  classes.set(token, target)
}

export function resolve<T>(token: string): T {
  const Target = classes.get(token)
  if (!Target) throw new Error(`${token} is not registered`)
  return new Target() as T
}

register('invoices', InvoiceService)
