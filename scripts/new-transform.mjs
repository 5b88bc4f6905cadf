// `npm run new-transform -- <id>`: the files of a new transform, registered, with a fixture that waits for its rule.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, root, run } from './setup.mjs'

const [id, ...rest] = process.argv.slice(2)
if (id === undefined || rest.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  fail(
    `"${[id, ...rest].join(' ')}" is no id. Give one in kebab-case: npm run new-transform -- drop-no-store`,
  )
}
const title = `${id[0].toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`
const planner = `plan${id.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase())}`

const files = {
  [`transforms/${id}.ts`]: `import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** Say in one sentence what it does. */
export const transform = {
  id: '${id}',
  title: '${title}',
  summary: 'say in a few words what becomes what',
  docs: 'docs/transforms/${id}.md',
  words: ['next/cache'],
  edits: ['rename'],
} as const satisfies Transform

/** Runs alone under jscodeshift: \`(file, api, options)\`, undefined where nothing changes. */
export default standalone(transform.id)
`,
  [`src/plan/${id}.ts`]: `import type { CacheApi } from '../graph/next-cache.js'
import { decide, keep, type Verdict } from './decision.js'
import type { Planned, Planner, TracedSite } from './input.js'

const id = '${id}'

/** The functions of next/cache whose call sites this transform decides. No other transform may decide them. */
const decided: readonly CacheApi[] = []

/** Say in one sentence what it decides. */
export const ${planner}: Planner = (input): Planned => ({
  decisions: input.sites
    .filter(({ site }) => decided.includes(site.api))
    .map((traced) => decide(id, traced, verdictOf(traced))),
  findings: [],
})

/** A verdict with an edit (see stable-names.ts), or keep, or review. */
function verdictOf({ site }: TracedSite): Verdict {
  return keep('no-rule', \`There is no rule for \${site.api} yet.\`)
}
`,
  [`docs/transforms/${id}.md`]: `# ${id}

Say in one sentence what it does, and why.

\`\`\`ts
// before

// after
\`\`\`
`,
  ...fixture('rewrites-one-call', 'Say what this fixture shows.', true),
  ...fixture('leaves-what-only-looks-like-it', 'Say what must not be touched, and why.', false),
}

const registrations = [
  {
    file: 'src/plan/catalogue.ts',
    before: '] as const satisfies readonly TransformEntry[]',
    text: `  {\n    id: '${id}',\n    title: 'Say in one sentence what becomes what.',\n    help: 'Say in one sentence why.',\n  },\n`,
  },
  {
    file: 'src/plan/plan.ts',
    before: '}\n',
    after: 'const planners:',
    text: `  '${id}': ${planner},\n`,
  },
  {
    file: 'src/plan/plan.ts',
    before: "import { traceSites } from './sites.js'",
    text: `import { ${planner} } from './${id}.js'\n`,
  },
]

const taken = Object.keys(files).find((file) => existsSync(join(root, file)))
if (taken !== undefined) fail(`${taken} exists already. Choose another id, or remove it first.`)
const registered = new Map()
for (const registration of registrations) register(registration)

for (const [file, text] of [...Object.entries(files), ...registered]) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
const written = [...Object.keys(files), ...registered.keys()].filter((file) =>
  /^(src|transforms)\//.test(file),
)
if (existsSync(biome)) run(process.execPath, [biome, 'check', '--write', '--log-level=error', ...written])

console.log(`Written:
${Object.keys(files)
  .map((file) => `  ${file}`)
  .join('\n')}
Registered in src/plan/catalogue.ts and src/plan/plan.ts.

Next, as CONTRIBUTING.md says:
  1. the fixture: input/, output/ and report.json of __testfixtures__/${id}/
  2. the rule: src/plan/${id}.ts
  3. npm test -- test/fixtures.test.ts -t ${id}
  4. docs/transforms/${id}.md, and a line in README.md and CHANGELOG.md`)

/** Puts a text in front of the first `before` (behind the first `after`) of a file. */
function register(/** @type {{ file: string, before: string, after?: string, text: string }} */ entry) {
  const { file, before, after, text } = entry
  const source = registered.get(file) ?? readFileSync(join(root, file), 'utf8')
  const from = after === undefined ? 0 : source.indexOf(after)
  const at = from < 0 ? -1 : source.indexOf(before, from)
  if (at < 0)
    fail(`${file} holds no ${JSON.stringify(after ?? before)}. Bring scripts/new-transform.mjs up to date.`)
  registered.set(file, source.slice(0, at) + text + source.slice(at))
}

/** A small app in the fixture folder. @param {string} name @param {string} why @param {boolean} changes */
function fixture(name, why, changes) {
  const folder = `__testfixtures__/${id}/${name}`
  const action = `'use server'

import { revalidatePath } from 'next/cache'

export async function save() {
  revalidatePath('/')
}
`
  const manifest = {
    name,
    private: true,
    dependencies: { next: '^16.0.0', react: '^19.0.0', 'react-dom': '^19.0.0' },
  }
  return {
    [`${folder}/input/package.json`]: `${JSON.stringify(manifest, null, 2)}\n`,
    [`${folder}/input/app/actions.ts`]: action,
    ...(changes ? { [`${folder}/output/app/actions.ts`]: action } : {}),
    [`${folder}/report.json`]: `${JSON.stringify({ why, shapes: [], decisions: [], findings: [] }, null, 2)}\n`,
  }
}
