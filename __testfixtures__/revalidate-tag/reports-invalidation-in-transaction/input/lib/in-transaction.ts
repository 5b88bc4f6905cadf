import { db } from './db'

export function inTransaction<T>(run: () => Promise<T>) {
  return db.transaction().execute(run)
}
