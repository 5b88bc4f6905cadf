import { describe, expect, test } from 'vitest'
import { plan } from '../../../src/index.js'
import { app } from '../../support/app.js'
import type { Tree } from '../../support/tree.js'
import { findings } from './support.js'

const id = 'router-refresh-without-invalidation'

const cached: Tree = {
  'lib/posts.ts':
    "import { unstable_cache } from 'next/cache'\nexport const getPosts = unstable_cache(read, [], { tags: ['posts'] })",
}

/** An action file; line 1 is its directive. */
const action = (code: string): Tree => ({ 'app/actions.ts': `'use server'\n${code}` })

const createPost = action(
  "import { prisma } from '../lib/db'\nexport async function createPost() { await prisma.post.create({}) }",
)

/** A client component whose handler is `body`, from line 5 on. */
function form(body: string, imports = "import { createPost } from './actions'"): Tree {
  const head = `'use client'\nimport { useRouter } from 'next/navigation'; ${imports}\nexport function Form(props) {\nconst router = useRouter()`
  return { 'app/form.tsx': `${head}\n${body}\nreturn <form action={save} />\n}` }
}

const save = (code: string): string => `const save = async () => {\n${code}\n}`

describe('router.refresh() after a write that invalidates nothing', () => {
  test.each([
    ['an action', save('await createPost(); router.refresh()')],
    ['a promise of an action', save('createPost().then(() => router.refresh())')],
    ['a transition', save('startTransition(async () => { await createPost(); router.refresh() })')],
    [
      'a callback',
      'const save = useCallback(async () => {\nawait createPost(); router.refresh() }, [router])',
    ],
    ['a router that also pushes', save("await createPost(); router.push('/'); router.refresh()")],
  ])('is found after %s', (_, body) => {
    expect(findings({ ...cached, ...createPost, ...form(body) }, id)).toEqual(['app/form.tsx:6'])
  })

  test.each<[string, Tree]>([
    [
      'there is no cached data',
      { ...createPost, ...form(save('await createPost(); router.refresh()')), 'lib/posts.ts': '' },
    ],
    [
      'the cached data is about other things',
      {
        ...createPost,
        'lib/users.ts': (cached['lib/posts.ts'] ?? '').replace("'posts'", "'users'"),
        ...form(save('await createPost(); router.refresh()')),
        'lib/posts.ts': '',
      },
    ],
    [
      'the fetch is in no data cache',
      {
        ...createPost,
        'lib/posts.ts': "export const f = () => fetch('/', { next: { tags: ['posts'] } })",
        ...form(save('await createPost(); router.refresh()')),
      },
    ],
    ['the refresh comes first', { ...createPost, ...form(save('router.refresh(); await createPost()')) }],
    [
      'another handler calls the action',
      { ...createPost, ...form(`${save('router.refresh()')}\nconst other = () => createPost()`) },
    ],
    [
      'the router is another one',
      { ...createPost, ...form(save('await createPost(); props.router.refresh()')) },
    ],
    [
      'the action only reads',
      {
        ...action(
          "import { prisma } from '../lib/db'\nexport async function createPost() { await prisma.post.findMany({}) }",
        ),
        ...form(save('await createPost(); router.refresh()')),
      },
    ],
    [
      'the action invalidates',
      {
        ...action(
          "import { updateTag } from 'next/cache'\nimport { prisma } from '../lib/db'\nexport async function createPost() { await prisma.post.create({}); updateTag('posts') }",
        ),
        ...form(save('await createPost(); router.refresh()')),
      },
    ],
    [
      'something that it hands on invalidates',
      {
        ...action(
          "import { revalidatePath } from 'next/cache'\nimport { prisma } from '../lib/db'\nexport async function createPost() { await prisma.post.create({}); later(done) }\nfunction done() { revalidatePath('/') }",
        ),
        ...form(save('await createPost(); router.refresh()')),
      },
    ],
    [
      'the action asks an endpoint to',
      {
        ...action(
          "import { prisma } from '../lib/db'\nexport async function createPost() { await prisma.post.create({}); await fetch('https://cdn/purge') }",
        ),
        ...form(save('await createPost(); router.refresh()')),
      },
    ],
    [
      'the action is not known',
      { ...createPost, ...form(save('await props.createPost(); router.refresh()'), '') },
    ],
    [
      'a request goes to an endpoint that is not known',
      {
        ...createPost,
        ...form(save("await createPost(); await fetch(props.url, { method: 'POST' }); router.refresh()")),
      },
    ],
  ])('is not found where %s', (_, files) => {
    expect(findings({ ...cached, ...files }, id)).toEqual([])
  })

  const route: Tree = {
    'app/api/posts/route.ts':
      "import { prisma } from '../../../lib/db'\nexport async function POST() { await prisma.post.create({}) }\nexport async function GET() { await prisma.post.create({}) }",
  }

  test('is found after a request to a route handler that writes', () => {
    const body = save("await fetch('/api/posts', { method: 'POST' }); router.refresh()")
    expect(findings({ ...cached, ...route, ...form(body, '') }, id)).toEqual(['app/form.tsx:6'])
  })

  test('is not found after a request that reads', () => {
    const body = save("await fetch('/api/posts'); router.refresh()")
    expect(findings({ ...cached, ...route, ...form(body, '') }, id)).toEqual([])
  })

  test('is found for a fetch that is kept', () => {
    const lib = {
      'lib/posts.ts': "export const f = () => fetch('/', { next: { tags: ['all-posts'], revalidate: 60 } })",
    }
    const files = { ...createPost, ...lib, ...form(save('await createPost(); router.refresh()')) }
    expect(findings(files, id)).toEqual(['app/form.tsx:6'])
  })

  test('names the action, and the tag with its line', () => {
    const files = { ...cached, ...createPost, ...form(save('await createPost(); router.refresh()')) }
    const found = plan(app(files)).plan.findings.find((finding) => finding.id === id)
    expect(found?.severity).toBe('note')
    expect(found?.message).toContain('createPost (app/actions.ts:3)')
    expect(found?.message).toContain('"posts" (lib/posts.ts:2)')
  })
})
