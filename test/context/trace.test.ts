import { describe, expect, test } from 'vitest'
import { contextsOf, evidenceOf } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const head = "import { revalidateTag } from 'next/cache'\n"
const action = `'use server'\n${head}export async function save() { revalidateTag('a') }`
const helper = `${head}export function purge() { revalidateTag('a') }`

describe('who calls decides', () => {
  test.each<[string, Tree, string[]]>([
    [
      'a route handler',
      { 'app/x/route.ts': "import { purge } from '../../lib/x'\nexport const GET = () => purge()" },
      ['route-handler'],
    ],
    [
      'an action',
      {
        'app/actions.ts':
          "'use server'\nimport { purge } from '../lib/x'\nexport async function save() { purge() }",
      },
      ['server-action'],
    ],
    [
      'both',
      {
        'app/x/route.ts': "import { purge } from '../../lib/x'\nexport const GET = () => purge()",
        'app/actions.ts':
          "'use server'\nimport { purge } from '../lib/x'\nexport async function save() { purge() }",
      },
      ['server-action', 'route-handler'],
    ],
    [
      'a page',
      { 'app/page.tsx': "import { purge } from '../lib/x'\nexport default async () => { await purge() }" },
      ['render'],
    ],
    [
      'a component of a page',
      {
        'lib/c.tsx': "import { purge } from './x'\nexport const C = () => { purge(); return null }",
        'app/page.tsx': "import { C } from '../lib/c'\nexport default () => <C />",
      },
      ['render'],
    ],
    [
      'a component with children',
      {
        'lib/c.tsx': "import { purge } from './x'\nexport const C = () => { purge(); return null }",
        'app/page.tsx': "import * as ui from '../lib/c'\nexport default () => <ui.C>text</ui.C>",
      },
      ['render'],
    ],
    [
      'a page, through a lazy component',
      {
        'lib/c.tsx': "import { purge } from './x'\nexport default () => { purge(); return null }",
        'app/page.tsx': "const C = dynamic(() => import('../lib/c'))\nexport default () => <C />",
      },
      ['render'],
    ],
    [
      'a client file',
      {
        'lib/c.tsx':
          "'use client'\nimport { purge } from './x'\nexport const C = () => <b onClick={() => purge()} />",
      },
      ['client'],
    ],
    ['a test', { 'lib/x.test.ts': "import { purge } from './x'\nit('works', () => purge())" }, ['test']],
    ['a script', { 'scripts/run.ts': "import { purge } from '../lib/x'\npurge()" }, ['script']],
    ['nobody', { 'lib/y.ts': "import { purge } from './x'\nexport const f = () => purge()" }, []],
    [
      'a type',
      {
        'app/x/route.ts':
          "import type { purge } from '../../lib/x'\nexport const GET = (f: typeof purge) => 1",
      },
      [],
    ],
    ['what only tests and types need', { 'lib/x.d.ts': "import { purge } from './x'\npurge()" }, []],
  ])('%s', (_, files, contexts) => {
    expect(contextsOf({ 'app/page.tsx': '', 'lib/x.ts': helper, ...files }).a).toEqual(contexts)
  })

  test.each([
    ['after()', 'after(() => purge())'],
    ['after() by reference', 'after(purge)'],
    ['waitUntil', 'waitUntil(purge())'],
    ['a wrapper', 'withRetry(purge)'],
    ['bind', 'const f = purge.bind(null); f()'],
    ['call', 'purge.call(null)'],
    ['a map of functions', 'const map = { x: purge }; map[key]()'],
    ['an array of functions', '[purge].forEach((f) => f())'],
    ['a Map', 'new Map([[1, purge]]).get(1)()'],
    ['a condition', '(a ? purge : other)()'],
    ['a default', '(other ?? purge)()'],
    ['an assignment', 'let f; f = purge; f()'],
    ['a tagged template', 'purge`x`'],
    ['new', 'new purge()'],
    ['a sequence', '(0, purge)()'],
    ['a spread', 'run(...[purge])'],
    ['a generator', 'function* g() { yield purge() } g()'],
    ['a default of a parameter', '((f = purge) => f())()'],
    ['a getter', '({ get x() { return purge() } }).x'],
    ['a class in the function', 'new (class { run() { purge() } })().run()'],
  ])('through %s', (_, body) => {
    const route = `import { purge } from '../../lib/x'\nexport async function GET() { ${body} }`
    expect(contextsOf({ 'lib/x.ts': helper, 'app/x/route.ts': route }).a).toEqual(['route-handler'])
  })
})

describe('an action that is only handed on does not run', () => {
  const page = (jsx: string, more = '') =>
    `import { save } from './actions'\nimport { Form } from './form'\n${more}export default function Page({ id }) { return ${jsx} }`
  const form = "'use client'\nexport const Form = ({ action }) => <form action={action} />"
  test.each([
    ['as action', page('<form action={save} />')],
    ['as prop of a client component', page('<Form action={save} />')],
    ['bound to arguments', page('<form action={save.bind(null, id)} />')],
    ['bound in a constant', page('<form action={bound} />', 'const bound = save.bind(null, 1)\n')],
    ['in an object', page('<Form actions={{ save }} />')],
    [
      'in a closure that is an action',
      page("<form action={async (data) => { 'use server'; await save(data) }} />"),
    ],
    ['through a constant of the page', page('<form action={submit} />', 'const submit = save\n')],
    ['through a barrel', page('<form action={save} />').replace('./actions', './barrel')],
    [
      'through a function that returns it',
      page('<form action={make()} />', 'function make() { return save }\n'),
    ],
    [
      'through a component of the server',
      page('<Panel />', 'function Panel() { return <form action={save} /> }\n'),
    ],
    ['with createElement', page("createElement('form', { action: save })")],
  ])('%s', (_, text) => {
    const barrel = "export { save } from './actions'"
    const files = {
      'app/actions.ts': action,
      'app/barrel.ts': barrel,
      'app/page.tsx': text,
      'app/form.tsx': form,
    }
    expect(contextsOf(files).a).toEqual(['server-action'])
  })

  test.each([
    ['useActionState', 'const [s, run] = useActionState(save, null)'],
    ['a call in a handler', 'const x = <b onClick={() => save()} />'],
    ['a call in an effect', 'useEffect(() => { save() })'],
    ['a transition', 'startTransition(async () => { await save() })'],
    ['a mutation', 'useMutation({ mutationFn: save })'],
    ['a hook of a library', 'useAction(save, { onSuccess: () => {} })'],
  ])('to the client: %s', (_, body) => {
    const client = `'use client'\nimport { save } from './actions'\nexport function C() { ${body}; return null }`
    expect(contextsOf({ 'app/actions.ts': action, 'app/c.tsx': client }).a).toEqual(['server-action'])
  })

  test('to the client, through a barrel and a hook without directive', () => {
    const files = {
      'app/actions.ts': action,
      'app/index.ts': "export * from './actions'",
      'app/use-save.ts':
        "import { save } from './index'\nexport const useSave = () => useMutation(() => save())",
      'app/c.tsx':
        "'use client'\nimport { useSave } from './use-save'\nexport const C = () => { useSave(); return null }",
      'app/page.tsx': "import { C } from './c'\nexport default () => <C />",
    }
    expect(contextsOf(files).a).toEqual(['server-action'])
  })

  test('but a page that calls it runs it', () => {
    const files = {
      'app/actions.ts': action,
      'app/page.tsx': "import { save } from './actions'\nexport default async () => { await save() }",
    }
    expect(contextsOf(files).a).toEqual(['server-action', 'render'])
  })

  test('and a route that calls it, or hands it on, runs it', () => {
    for (const body of ['save()', 'after(save)', 'run({ save })', 'wrap(() => save())']) {
      const route = `import { save } from '../actions'\nexport const POST = async () => { ${body} }`
      expect(contextsOf({ 'app/actions.ts': action, 'app/x/route.ts': route }).a).toEqual([
        'server-action',
        'route-handler',
      ])
    }
  })

  test('and a route that serves it as its handler runs it', () => {
    const route = "export { save as POST } from '../actions'"
    expect(contextsOf({ 'app/actions.ts': action, 'app/x/route.ts': route }).a).toEqual([
      'server-action',
      'route-handler',
    ])
  })
})

describe('what an inline action does is not done by the code around it', () => {
  test.each([
    [
      'in a page',
      "export default function Page() { async function save() { 'use server'; purge() } return <form action={save} /> }",
    ],
    ['in an attribute', "export default () => <form action={async () => { 'use server'; purge() }} />"],
    [
      'in a closure of the action',
      "export default () => <form action={async () => { 'use server'; xs.forEach(() => purge()) }} />",
    ],
  ])('%s', (_, page) => {
    const files = { 'lib/x.ts': helper, 'app/page.tsx': `import { purge } from '../lib/x'\n${page}` }
    expect(contextsOf(files).a).toEqual(['server-action'])
  })

  test('while the code beside it is', () => {
    const page =
      "import { purge } from '../lib/x'\nexport default () => { purge(); return <form action={async () => { 'use server' }} /> }"
    expect(contextsOf({ 'lib/x.ts': helper, 'app/page.tsx': page }).a).toEqual(['render'])
  })
})

describe('code that registers itself when its module loads', () => {
  const registers = `${head}on('change', () => revalidateTag('a'))\nexport const events = []\nexport type Event = string`
  test.each<[string, Tree, string[]]>([
    [
      'runs for a route that imports the module',
      { 'app/x/route.ts': "import '../../lib/x'" },
      ['route-handler'],
    ],
    [
      'runs for a route that imports another export',
      { 'app/x/route.ts': "import { events } from '../../lib/x'" },
      ['route-handler'],
    ],
    [
      'runs for whoever imports an importer',
      {
        'lib/y.ts': "import './x'",
        'app/actions.ts': "'use server'\nimport '../lib/y'",
        'instrumentation.ts': "import './lib/y'",
        'app/page.tsx': '',
      },
      ['server-action', 'instrumentation'],
    ],
    [
      'does not run for a client that calls an action',
      {
        'app/actions.ts': "'use server'\nimport '../lib/x'",
        'app/c.tsx': "'use client'\nimport './actions'",
        'app/page.tsx': "import './c'",
      },
      ['server-action'],
    ],
    [
      'does not run for who imports its types',
      { 'app/x/route.ts': "import type { Event } from '../../lib/x'" },
      [],
    ],
    ['does not run for nobody', {}, []],
  ])('%s', (_, files, contexts) => {
    expect(contextsOf({ 'lib/x.ts': registers, ...files }).a).toEqual(contexts)
  })

  test('is handed over, not called', () => {
    const files = { 'lib/x.ts': registers, 'app/x/route.ts': "import '../../lib/x'" }
    expect(evidenceOf(files, 'a')['route-handler']?.direct).toBe(false)
  })
})
