import { cookies } from 'next/headers'

export interface Db {
  from(table: string): { select(columns: string): Promise<{ data: { id: string }[] | null }> }
}

export async function createDb(): Promise<Db> {
  const store = await cookies()
  const token = store.get('token')?.value
  return {
    from: (table) => ({
      select: async (columns) => {
        const response = await fetch(`https://db.example/${table}?select=${columns}`, {
          headers: { authorization: token ?? '' },
        })
        return response.json()
      },
    }),
  }
}
