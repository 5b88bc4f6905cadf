import { unstable_cache } from 'next/cache'

const run = async (query: string) => query.length

export async function countUsers(team: string) {
    if (team === '') return 0
    const users = await unstable_cache(
        async () => {
            const query = `
SELECT count(*)
    FROM users
  WHERE team = '${team}'
            AND active`
            return run(query)
        },
        [`users-${team}`],
    )()
    return users
}

export const getSchema = unstable_cache(async () => run(`
  CREATE TABLE users (
      id text
  )
`), ['schema'])
