import { describe, expect, test } from 'vitest'
import { plan } from '../../src/index.js'
import { app } from '../support/app.js'

/** Names of the functions that the uses of one file become. */
function names(code: string): string[] {
  const text = `import { unstable_cache } from 'next/cache'\nimport { find } from './find'\n${code}`
  const files = {
    'lib/posts.ts': text,
    'lib/find.ts': 'export async function find(id: string): Promise<string[]> { return [id] }\n',
    'app/page.tsx':
      "import * as posts from '../lib/posts'\nexport default async function Page() { return Object.keys(posts) }\n",
  }
  const { changes } = plan(app(files), {
    transforms: ['unstable-cache'],
    unstableCache: 'all',
    useCacheFlag: 'none',
  })
  const after = changes.find(({ file }) => file === 'lib/posts.ts')?.after ?? ''
  return [...after.matchAll(/async function (\w+)[^{]*\{\s*'use cache'/g)].map(([, name]) => name ?? '')
}

const use = (variable: string) => `const ${variable} = await unstable_cache(async () => find(id), [id])()`
const getter = (name: string, body: string) =>
  `export async function ${name}(id: string) {\n  ${body}\n  return [id, posts]\n}\n`

describe('a hoisted function is named', () => {
  test('for the function that gets it, so that two of them need no numbers', () => {
    const code = getter('getPostsByAuthor', use('posts')) + getter('getPostsByTag', use('posts'))
    expect(names(code)).toEqual(['getCachedPostsByAuthor', 'getCachedPostsByTag'])
  })

  test('for its variable where the function does more, and where the first name is gone', () => {
    expect(names(getter('renderPage', use('posts')))).toEqual(['getCachedPosts'])
    const two = `${use('drafts')}\n  ${use('posts')}\n  console.log(drafts)`
    expect(names(getter('getFeed', two))).toEqual(['getCachedFeed', 'getCachedPosts'])
  })
})
