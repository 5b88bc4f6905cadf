import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { type Project, project, runIn } from './fake.js'
import { down, enter, interrupt, type Line, talk, up } from './talk.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

const shared = 'lib/posts.ts'
const files: Record<string, string> = {
  'package.json': '{ "name": "app", "dependencies": { "next": "16.0.1" } }\n',
  'app/page.tsx': 'export default function Page() {\n  return null\n}\n',
  'app/actions.ts':
    "'use server'\nimport { posts, spread, users } from '../lib/posts'\n\nexport async function save() {\n  posts()\n  users()\n  spread('x')\n}\n",
  'app/api/hook/route.ts':
    "import { posts, users } from '../../../lib/posts'\n\nexport async function POST() {\n  posts()\n  users()\n  return new Response()\n}\n",
  [shared]: [
    "import { revalidateTag } from 'next/cache'",
    '',
    'export function posts() {',
    "  revalidateTag('posts')",
    '}',
    '',
    'export function users() {',
    "  revalidateTag('users')",
    '}',
    '',
    'export function spread(...tags: [string]) {',
    '  revalidateTag(...tags)',
    '}',
    '',
  ].join('\n'),
}
const config = 'retag.config.json'
const argv = ['-i', '--mixed', 'review']
/** The menu of a `mixed` begins at its fourth entry, "Leave it for now". */
const expireNow = `${up}${up}${up}${enter}`
const max = `${up}${up}${enter}`
const keep = `${down}${enter}`
const later = enter

function tree(more: Record<string, string> = {}): Project {
  return project({ git: true, files: { ...files, ...more } })
}

function saved({ root, read }: Project): Record<string, string> | null {
  if (!existsSync(join(root, config))) return null
  return (JSON.parse(read(config)) as { decisions?: Record<string, string> }).decisions ?? {}
}

const mixed = (place: string, keys: string): Line => [`Review ${place}`, keys]

describe('asking', () => {
  test('each answer is carried out; what stays is asked no more', async () => {
    const made = tree()
    const { code, stderr, stdout } = await talk(made.root, argv, [
      mixed('1 of 3', expireNow),
      mixed('2 of 3', max),
      mixed('3 of 3', keep),
      ['Write these changes', enter],
      ['Keep 1 answer in retag.config.json', enter],
    ])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(made.read(shared)).toContain("revalidateTag('posts', { expire: 0 })")
    expect(made.read(shared)).toContain("revalidateTag('users', 'max')")
    expect(made.read(shared)).toContain('revalidateTag(...tags)')
    expect(stderr).toContain('a person decided so')
    expect(Object.values(saved(made) ?? {})).toEqual(['keep'])
    const again = await runIn(made.root, ['--dry-run', '--mixed', 'review'], {
      engine: await import('../../src/index.js'),
    })
    expect(again.stderr).not.toContain('a person:')
    expect(again.stderr).toContain('a person decided that it stays as it is')
  })

  test('the question shows the code with the call marked, the reason and every way', async () => {
    const { root } = tree()
    const { stderr } = await talk(root, [...argv, '--dry-run'], [['Review 1 of 3', interrupt]])
    expect(stderr).toContain(
      [
        'lib/posts.ts:4',
        "    1  import { revalidateTag } from 'next/cache'",
        '    2',
        '    3  export function posts() {',
        "  > 4    revalidateTag('posts')",
        '         ^^^^^^^^^^^^^^^^^^^^^^',
        '    5  }',
        '',
        'A Server Action and a route handler can run this line: outside the action',
      ].join('\n'),
    )
    expect(stderr).toContain('From a route handler: app/api/hook/route.ts:4 POST -> lib/posts.ts:4 posts')
  })

  test('one answer for all of a kind', async () => {
    const made = tree()
    await talk(made.root, argv, [
      ['Review 1 of 3', `${down}${down}${down}${enter}`],
      ['And for all 2?', `${up}${up}${up}${enter}`],
      ['Review 3 of 3', later],
      ['Write these changes', enter],
    ])
    expect(made.read(shared).match(/\{ expire: 0 \}/g)).toHaveLength(2)
    expect(saved(made)).toBeNull()
  })

  test('a comment keeps the call and says why', async () => {
    const made = tree()
    await talk(made.root, argv, [
      ['Review 1 of 3', later],
      ['Review 2 of 3', later],
      ['Review 3 of 3', `${down}${down}${enter}`],
      ['Why does it stay?', `the CDN wants it${enter}`],
      ['Write these changes', enter],
    ])
    expect(made.read(shared)).toContain(
      '  // retag-ignore revalidate-tag -- the CDN wants it\n  revalidateTag(...tags)\n',
    )
    expect(saved(made)).toBeNull()
  })

  test('stop: what was decided by then is kept, the rest waits', async () => {
    const made = tree()
    const { stderr } = await talk(made.root, argv, [
      ['Review 1 of 3', expireNow],
      // Without others of its kind, the list ends two below "do not ask again".
      ['Review 2 of 3', `${down}${down}${down}${enter}`],
      ['Write these changes', enter],
    ])
    expect(made.read(shared)).toContain("revalidateTag('posts', { expire: 0 })")
    expect(made.read(shared)).toContain("revalidateTag('users')\n")
    expect(stderr).toContain('2 places need a person')
  })

  test('Ctrl-C: nothing is written, not even the config', async () => {
    const made = tree()
    const { code, stderr } = await talk(made.root, argv, [
      ['Review 1 of 3', keep],
      ['Review 2 of 3', interrupt],
    ])
    expect(code).toBe(130)
    expect(stderr).toContain('Interrupted: nothing was written.')
    expect(made.read(shared)).toBe(files[shared])
    expect(saved(made)).toBeNull()
  })

  test('nothing to ask', async () => {
    const { root } = project({
      git: true,
      files: { ...files, [shared]: files[shared]?.replace('...tags)', 'tags[0])') ?? '' },
    })
    const { code, stderr } = await talk(root, ['-i', '-d'], [])
    expect(code).toBe(0)
    expect(stderr).toContain('Nothing waits for a person.')
  })
})

describe('keeping answers', () => {
  const dry = [...argv, '--dry-run']
  const asked: Line[] = [
    ['Review 1 of 3', max],
    ['Review 2 of 3', later],
    ['Review 3 of 3', keep],
  ]

  test('after a dry run rewrites are kept too, and the next run carries them out without a question', async () => {
    const made = tree()
    await talk(made.root, dry, [...asked, ['Keep 2 answers in retag.config.json', enter]])
    expect(made.read(shared)).toBe(files[shared])
    expect(Object.entries(saved(made) ?? {})).toEqual([
      [expect.stringMatching(/^revalidate-tag:lib\/posts\.ts#posts:[0-9a-f]{8}$/), 'max'],
      ['revalidate-tag:lib/posts.ts#spread:e9848c54', 'keep'],
    ])
    await runIn(made.root, ['--mixed', 'review'], { engine: await import('../../src/index.js') })
    expect(made.read(shared)).toContain("revalidateTag('posts', 'max')")
    expect(made.read(shared)).toContain("revalidateTag('users')\n")
  })

  test('a no keeps nothing', async () => {
    const made = tree()
    await talk(made.root, dry, [...asked, ['Keep 2 answers', 'n']])
    expect(saved(made)).toBeNull()
  })

  test('a module is not edited: the lines to add are shown', async () => {
    const text = 'export default { ignore: [] }\n'
    const made = tree({ 'retag.config.ts': text })
    const { stderr } = await talk(made.root, dry, asked)
    expect(stderr).toContain('Add this to retag.config.ts')
    expect(stderr).toContain("    'revalidate-tag:lib/posts.ts#spread:e9848c54': 'keep',\n  },")
    expect(made.read('retag.config.ts')).toBe(text)
  })

  test('a config in a folder counts its files from there', async () => {
    const inApp = Object.fromEntries(Object.entries(files).map(([file, text]) => [`web/${file}`, text]))
    const made = project({ git: true, files: { ...inApp, [`web/${config}`]: '{}\n' } })
    await talk(join(made.root, 'web'), dry, [...asked, ['Keep 2 answers in retag.config.json', enter]])
    expect(made.read(`web/${config}`)).toContain('"revalidate-tag:lib/posts.ts#spread:e9848c54": "keep"')
    const { stderr } = await runIn(join(made.root, 'web'), ['--dry-run', '--mixed', 'review'], {
      engine: await import('../../src/index.js'),
    })
    expect(stderr).toContain('1 place needs a person')
  })
})

describe('refusals', () => {
  test('without a terminal: exit 2 at once', async () => {
    const { root } = tree()
    const { code, stderr } = await runIn(root, ['-i'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^retag: --interactive asks questions, and there is no terminal[^\n]+\n$/)
    expect((await runIn(root, ['plan', '-i'])).code).toBe(2)
  })

  test('a dirty tree is refused before the first question', async () => {
    const made = project({
      git: true,
      files: {
        ...files,
        'app/own.ts':
          "'use server'\nimport { revalidateTag } from 'next/cache'\nexport async function own() {\n  revalidateTag('own')\n}\n",
      },
    })
    made.write('app/own.ts', `${made.read('app/own.ts')}// mine\n`)
    const { code, stderr } = await talk(made.root, argv, [])
    expect(code).toBe(2)
    expect(stderr).toContain('has uncommitted changes')
    expect(stderr).not.toContain('Review')
  })
})

test('`retag plan -i` stores what was answered', async () => {
  const made = tree()
  const { code, stdout } = await talk(
    made.root,
    ['plan', '-i', '--mixed', 'review'],
    [
      ['Review 1 of 3', expireNow],
      ['Review 2 of 3', later],
      ['Review 3 of 3', later],
      ['Keep 1 answer', 'n'],
    ],
  )
  expect(code).toBe(0)
  const { decisions } = JSON.parse(stdout) as { decisions: { rule: string; after: string | null }[] }
  expect(decisions.filter(({ rule }) => rule === 'configured')).toMatchObject([
    { after: "revalidateTag('posts', { expire: 0 })" },
  ])
})
