import { cacheLife } from 'next/cache'

const run = async (query: string) => query.length

async function getCachedUsers(team: string) {
    'use cache'
    cacheLife({ revalidate: Infinity })
    const query = `
SELECT count(*)
    FROM users
  WHERE team = '${team}'
            AND active`
    return run(query)
}

export async function countUsers(team: string) {
    if (team === '') return 0
    const users = await getCachedUsers(team)
    return users
}

export async function getSchema() {
    'use cache'
    cacheLife({ revalidate: Infinity })
    return run(`
  CREATE TABLE users (
      id text
  )
`)
}
