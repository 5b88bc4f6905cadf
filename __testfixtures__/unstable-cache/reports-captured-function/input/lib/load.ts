import { unstable_cache } from 'next/cache'
import connect from 'some-db'

export async function cached(load: () => Promise<number>, key: string) {
  return unstable_cache(async () => (await load()) + 1, [key])()
}

export async function getDouble(n: number) {
  const double = (value: number) => value * 2
  const result = await unstable_cache(async () => double(n), ['double', String(n)])()
  return result + double(1)
}

export async function getLogged(n: number, logger: { log(text: string): void; level: number }) {
  return unstable_cache(async () => logger.log(String(n)), ['logged', String(n)])()
}

export async function getRows(table: string) {
  const client = connect(table)
  const rows = await unstable_cache(async () => client.rows(), ['rows', table])()
  await client.end()
  return rows
}
