import { describe, expect, test } from 'vitest'
import { evidenceOf } from '../support/app.js'
import type { Tree } from '../support/tree.js'

/** The chain for one context as `file:line symbol`, entry point first. */
function chain(
  files: Tree,
  context: 'route-handler' | 'server-action' | 'render' | 'test',
  tag = 'a',
): string[] {
  return (
    evidenceOf(files, tag)[context]?.steps.map(({ file, line, symbol }) => `${file}:${line} ${symbol}`) ?? []
  )
}

const lib = {
  'lib/x.ts':
    "import { revalidateTag } from 'next/cache'\n\nexport function purge() {\n  log()\n  revalidateTag('a')\n}\n",
}

describe('evidence', () => {
  test('is the call site alone where the entry point holds it', () => {
    const route =
      "import { revalidateTag } from 'next/cache'\n\nexport async function POST() {\n  const x = 1\n  revalidateTag('a')\n}\n"
    expect(chain({ 'app/x/route.ts': route }, 'route-handler')).toEqual(['app/x/route.ts:5 POST'])
  })

  test('leads from the entry point down; each line is the code that leads on', () => {
    const files = {
      ...lib,
      'lib/y.ts': "import { purge } from './x'\n\nexport const all = () => {\n  purge()\n}\n",
      'app/x/route.ts':
        "import { all } from '../../lib/y'\nexport async function POST() {\n\n  if (a) {\n    await all()\n  }\n}\n",
    }
    expect(chain(files, 'route-handler')).toEqual([
      'app/x/route.ts:5 POST',
      'lib/y.ts:4 all',
      'lib/x.ts:5 purge',
    ])
  })

  test('counts closures as part of the function around them', () => {
    const route =
      "import { purge } from '../../lib/x'\nexport async function POST() {\n  xs.map(() => {\n    purge()\n  })\n}\n"
    expect(chain({ ...lib, 'app/x/route.ts': route }, 'route-handler')).toEqual([
      'app/x/route.ts:4 POST',
      'lib/x.ts:5 purge',
    ])
  })

  test('shows wrappers, other names and members', () => {
    const files = {
      ...lib,
      'lib/y.ts':
        "import { purge } from './x'\nexport const cache = {\n  clear: {\n    all() { purge() },\n  },\n}\n",
      'app/x/route.ts':
        "import { cache } from '../../lib/y'\nconst handler = withAuth(async () => {\n  cache.clear.all()\n})\nexport { handler as POST }\n",
    }
    expect(chain(files, 'route-handler')).toEqual([
      'app/x/route.ts:3 handler',
      'lib/y.ts:4 cache.clear.all',
      'lib/x.ts:5 purge',
    ])
  })

  test('shows the file that exports a name again', () => {
    const files = {
      ...lib,
      'lib/index.ts': "export const a = 1\nexport { purge as expire } from './x'\n",
      'app/x/route.ts': "import { expire } from '../../lib'\nexport const POST = () => { expire() }\n",
    }
    expect(chain(files, 'route-handler')).toEqual([
      'app/x/route.ts:2 POST',
      'lib/index.ts:2 expire',
      'lib/x.ts:5 purge',
    ])
  })

  test('shows the module that registers something', () => {
    const files = {
      'lib/x.ts': "import { revalidateTag } from 'next/cache'\non('x', () => {\n  revalidateTag('a')\n})\n",
      'app/x/route.ts': "import '../../lib/x'\nexport const GET = () => 1\n",
    }
    expect(chain(files, 'route-handler')).toEqual(['app/x/route.ts:1 (module)', 'lib/x.ts:3 (module)'])
  })

  test('names the action, inline or not', () => {
    const page =
      "import { purge } from '../lib/x'\nexport default function Page() {\n  async function save() {\n    'use server'\n    purge()\n  }\n  return <form action={save} />\n}\n"
    expect(chain({ ...lib, 'app/page.tsx': page }, 'server-action')).toEqual([
      'app/page.tsx:5 save',
      'lib/x.ts:5 purge',
    ])
  })

  test('is the same with Windows line ends and a byte order mark', () => {
    const route = "import { purge } from '../../lib/x'\nexport const GET = () => {\n  purge()\n}\n"
    const files = { ...lib, 'app/x/route.ts': route }
    const dos = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    )
    expect(chain(dos, 'route-handler')).toEqual(chain(files, 'route-handler'))
  })

  test('prefers plain calls to hand-overs, and short chains to long ones', () => {
    const files = {
      ...lib,
      'app/a/route.ts': "import { purge } from '../../lib/x'\nexport const GET = () => { run(purge) }\n",
      'app/b/route.ts':
        "import { purge } from '../../lib/x'\nconst deep = () => { purge() }\nexport const GET = () => { deep() }\n",
    }
    expect(chain(files, 'route-handler')).toEqual([
      'app/b/route.ts:3 GET',
      'app/b/route.ts:2 deep',
      'lib/x.ts:5 purge',
    ])
    const direct = {
      ...files,
      'app/c/route.ts': "import { purge } from '../../lib/x'\nexport const GET = () => { purge() }\n",
    }
    expect(chain(direct, 'route-handler')).toEqual(['app/c/route.ts:2 GET', 'lib/x.ts:5 purge'])
  })
})

describe('evidence is direct', () => {
  const direct = (body: string) =>
    evidenceOf(
      {
        ...lib,
        'app/x/route.ts': `import { purge } from '../../lib/x'\nexport async function GET() { ${body} }`,
      },
      'a',
    )['route-handler']?.direct

  test.each([
    'purge()',
    'await purge()',
    'return purge()',
    'purge?.()',
    'purge.call(null)',
    'xs.map(() => purge())',
    'const f = purge; f()',
    'new purge()',
  ])('for %s', (body) => {
    expect(direct(body)).toBe(true)
  })

  test.each(['run(purge)', 'return { purge }', '[purge]', 'purge.bind(null)', 'run(purge.name)'])(
    'not for %s',
    (body) => {
      expect(direct(body)).toBe(false)
    },
  )
})
