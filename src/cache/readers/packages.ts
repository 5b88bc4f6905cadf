import type { External } from '../values/place.js'

/**
 * What a package does with data. `database`: reads that no cache of Next.js sees. `http`: requests that do not go
 * through the cached `fetch`, or without options. `content`: SDKs that may hand options to `fetch`. `files`: the disk.
 * `request`: reads cookies or headers. `caller`: calls that only the package can lead on. `plain`: computes only.
 */
export type Package = 'database' | 'http' | 'content' | 'files' | 'request' | 'caller' | 'plain' | 'other'

const table: readonly [Exclude<Package, 'other'>, RegExp][] = [
  [
    'plain',
    /^(?:react(?:-dom)?|next|server-only|client-only|zod|lodash(?:[.-].*)?|date-fns|dayjs|clsx|superjson|bcryptjs?|jose|drizzle-orm\/[a-z]+-core|drizzle-zod|sharp|nanoid|uuid|shiki|marked|gray-matter|unified|reading-time|p-(?:limit|map|all)|crypto|path|url|util|(?:remark|rehype|mdast|hast)-.*|@mdx-js\/.*|next-mdx-remote)(?:\/|$)/,
  ],
  ['files', /^(?:fs|fs-extra|graceful-fs|fast-glob|glob|globby)(?:\/|$)/],
  [
    'database',
    /^(?:@prisma\/[^/]+|drizzle-orm\/.+|kysely|knex|mongoose|mongodb|typeorm|sequelize|@mikro-orm\/[^/]+|objection|pg|pg-promise|postgres|mysql2?|better-sqlite3|sqlite3?|@libsql\/[^/]+|@neondatabase\/[^/]+|@planetscale\/[^/]+|@vercel\/(?:postgres|kv|blob|edge-config)|@upstash\/redis|redis|ioredis|@supabase\/[^/]+|firebase(?:-admin)?|@google-cloud\/[^/]+|@aws-sdk\/[^/]+|convex|edgedb|gel|faunadb|payload|airtable|googleapis|@elastic\/[^/]+|algoliasearch|typesense|meilisearch|stripe)(?:\/|$)/,
  ],
  [
    'http',
    /^(?:axios|got|node-fetch|undici|superagent|https?|openai|@octokit\/.*|@notionhq\/client)(?:\/|$)/,
  ],
  [
    'content',
    /^(?:@sanity\/[^/]+|next-sanity|contentful|@contentful\/[^/]+|@prismicio\/[^/]+|@storyblok\/[^/]+|@datocms\/[^/]+|@builder\.io\/[^/]+|@medusajs\/[^/]+|@shopify\/[^/]+|@makeswift\/[^/]+|@strapi\/[^/]+|@directus\/[^/]+|@keystatic\/[^/]+|@saleor\/[^/]+|graphql-request|@apollo\/[^/]+|@urql\/[^/]+|ky|ofetch|wretch|openapi-fetch)(?:\/|$)/,
  ],
  [
    'request',
    /^(?:@clerk\/[^/]+|next-auth|@auth\/[^/]+|@auth0\/[^/]+|@kinde-oss\/[^/]+|@workos-inc\/[^/]+|@stackframe\/[^/]+|@supabase\/auth-helpers|@logto\/[^/]+|iron-session|better-auth|next-intl\/server|next-international\/server|next-safe-action)(?:\/|$)/,
  ],
  ['caller', /^(?:@trpc\/[^/]+|@orpc\/[^/]+)/],
]

export function packageOf({ specifier, name }: Pick<External, 'specifier' | 'name'>): Package {
  // The generated client may stand anywhere.
  if (name === 'PrismaClient') return 'database'
  const plain = specifier.replace(/^node:/, '')
  return table.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other'
}

/** Calls on a client that read nothing. */
const silent =
  /^(?:\$(?:connect|disconnect|on|use|extends)|connect|disconnect|close|end|model|Schema|url|format|auto|quality|width|height|image|defineConfig|withConfig|extend|config|channel|on)$/

export function isSilent(name: string): boolean {
  return silent.test(name)
}

/** Whether what was called reads data: a method of a client, or a function that is no maker of one. */
export function isRead(kind: Package, { name, members }: External): boolean {
  const calls = members.filter((member) => member !== '()' && member !== '#')
  const last = calls.at(-1) ?? name
  if (silent.test(last)) return false
  if (kind === 'files') return true
  // `createClient(...)` and `drizzle(...)` make the client; its members read.
  if (kind === 'database' || kind === 'content') return members.length > 0
  return kind === 'http' && !/^(?:create|default\.create|extend)$/.test(last)
}
