import type { FileChange, Plan } from '../../src/plan/types.js'
import type { HtmlReportInput } from '../../src/report/html/index.js'
import {
  decision,
  finding,
  keptDecision,
  mixedDecision,
  reviewDecision,
  routeDecision,
  samplePlan,
  unreachedDecision,
} from './sample.js'

/** A file of ten lines with calls on the given ones, before and after. */
export function change(file: string, calls: [line: number, before: string, after: string][]): FileChange {
  const text = (pick: 1 | 2): string =>
    Array.from({ length: 40 }, (_, index) => {
      const call = calls.find(([line]) => line === index + 1)
      return call ? `  ${call[pick]}` : `  const value${index + 1} = read('${file}')`
    }).join('\n')
  return { file, before: `${text(1)}\n`, after: `${text(2)}\n`, decisions: [] }
}

/** The code of the sample: every line says where it stands. */
export const sampleLine = (file: string, line: number): string => `await step('${file}', ${line})`

const samples: Plan = samplePlan(
  [
    decision({ file: 'apps/web/app/actions.ts', line: 12 }),
    mixedDecision({ file: 'packages/lib/cache.ts' }),
    keptDecision({ file: 'apps/web/app/actions.ts', line: 3 }),
    reviewDecision({ file: 'apps/web/lib/tags.ts' }),
    routeDecision({ file: 'apps/web/app/api/hook/route.ts', line: 5 }),
    unreachedDecision({ file: 'apps/docs/lib/unused.ts', line: 7 }),
  ],
  {
    root: '/project/shop',
    apps: [
      { dir: 'apps/docs', next: '16.0.0', router: ['app'] },
      { dir: 'apps/web', next: '15.5.8', router: ['app'] },
    ],
    findings: [
      finding(),
      finding({ line: 20 }),
      finding({ id: 'mixed-profile', severity: 'warning', file: 'packages/lib/cache.ts', line: 8 }),
    ],
    failures: [{ file: 'src/broken.ts', message: 'does not parse' }],
  },
)

/** A report with one decision of each kind, in two apps and a package. */
export const sampleInput: HtmlReportInput = {
  plan: samples,
  mode: 'dry-run',
  sources: sampleLine,
  changes: [
    change('apps/web/app/actions.ts', [[12, "revalidateTag('posts')", "updateTag('posts')"]]),
    change('packages/lib/cache.ts', [[8, "revalidateTag('posts')", "revalidateTag('posts', { expire: 0 })"]]),
    change('apps/web/app/api/hook/route.ts', [
      [5, "revalidateTag('posts')", "revalidateTag('posts', 'max')"],
      [36, 'old()', 'added()'],
    ]),
  ],
  routes: [
    {
      route: '/posts/[id]',
      file: 'apps/web/app/posts/[id]/page.tsx',
      kind: 'dynamic',
      why: 'It reads cookies().',
      readers: [
        {
          file: 'apps/web/lib/posts.ts',
          line: 4,
          kind: 'unstable_cache',
          what: 'getPost',
          tags: ["'posts'", 'postTag(id)'],
        },
        { file: 'apps/web/lib/user.ts', line: 9, kind: 'fetch', what: 'fetch(url)', tags: [] },
      ],
      incomplete: ['apps/web/lib/user.ts:12 a computed import'],
    },
    {
      route: '/about',
      file: 'apps/web/app/about/page.tsx',
      kind: 'static',
      why: 'Nothing reads the request.',
      readers: [],
      incomplete: [],
    },
  ],
}

/** What would run, break out or deceive if it were not escaped. */
export const hostileTexts = [
  '</script><script>globalThis.pwned = 1</script>',
  '<!--<script>',
  '<img src=x onerror="globalThis.pwned = 1">',
  '"\'`onmouseover=globalThis.pwned=1 x="',
  'a\u202egnp.exe\u2066\u2069',
  'nul\u0000 bell\u0007 escape\u001b[31m delete\u007f',
  'line\u2028separator\u2029paragraph',
  'invisible\u200b\u2060\ufeff\u00ad soft',
  '\ud800 lone surrogate',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder is what it is
  '{{constructor.constructor("globalThis.pwned=1")()}} ${globalThis.pwned = 1}',
  '__proto__',
]

/** A plan in which names, code and sentences are hostile. */
export function hostileInput(): HtmlReportInput {
  const plan = samplePlan(
    hostileTexts.flatMap((text, index) => [
      decision({
        file: `src/${text}.ts`,
        line: 3,
        id: `${index} ${text}`,
        before: `revalidateTag('${text}')`,
        after: `updateTag('${text}')`,
        reason: text,
        rule: text,
        api: text,
        evidence: [[{ file: `src/${text}.ts`, line: 3, symbol: text }]],
      }),
      reviewDecision({
        file: `src/${text}/review.ts`,
        id: `review ${index} ${text}`,
        before: text,
        reason: text,
      }),
    ]),
    {
      root: `/project/${hostileTexts.join('')}`,
      findings: hostileTexts.map((text) =>
        finding({
          id: text,
          file: text,
          message: text,
          help: text,
          url: `javascript:globalThis.pwned=1//${text}`,
        }),
      ),
      failures: hostileTexts.map((text) => ({ file: text, message: text })),
    },
  )
  return {
    plan,
    mode: 'dry-run',
    sources: (file, line) => `${hostileTexts[line % hostileTexts.length]} ${file}`,
    changes: hostileTexts.map((text) =>
      change(`src/${text}.ts`, [[3, `revalidateTag('${text}')`, `updateTag('${text}')`]]),
    ),
    routes: hostileTexts.map((text) => ({
      route: text,
      file: text,
      kind: 'unknown' as const,
      why: text,
      readers: [{ file: text, line: 1, kind: text, what: text, tags: [text] }],
      incomplete: [text],
    })),
  }
}

/** A large plan: three or four decisions in each file, all different, with evidence of two chains. */
export function largeInput(decisions: number): HtmlReportInput {
  const apis = [decision, mixedDecision, routeDecision]
  const made = Array.from({ length: decisions }, (_, index) => {
    const file = fileOf(index)
    const line = 4 + (index % 4) * 9
    const name = `revalidateTag(\`entity-\${tenant${index % 89}.id}-\${record${index}}\`)`
    const make = apis[index % apis.length] ?? decision
    const { after } = make()
    return make({
      file,
      line,
      before: name,
      after: after?.startsWith('updateTag')
        ? name.replace('revalidateTag', 'updateTag')
        : `${name.slice(0, -1)}, 'max')`,
      edit: {
        kind: 'call',
        at: { start: index * 7, end: index * 7 + name.length },
        to: { name: 'updateTag', profile: null },
      },
      evidence: [0, 1].map((chain) => [
        {
          file: `apps/app${index % 7}/app/area${index % 61}/actions.ts`,
          line: 20 + (index % 300),
          symbol: `save${index % 997}`,
        },
        {
          file: `packages/service${index % 23}/src/service.ts`,
          line: 9 + ((index * 3 + chain) % 700),
          symbol: `Service.change${index % 499}`,
        },
        { file, line, symbol: `expire${index}` },
      ]),
    })
  })
  const byFile = new Map<string, typeof made>()
  for (const one of made) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one])
  return {
    plan: samplePlan(made, {
      apps: Array.from({ length: 7 }, (_, app) => ({
        dir: `apps/app${app}`,
        next: '15.5.8',
        router: ['app'],
      })),
    }),
    mode: 'dry-run',
    sources: (file, line) => `  await service.call({ at: '${file.slice(-20)}', line: ${line} })`,
    changes: [...byFile].map(([file, own]) =>
      change(
        file,
        own.map(({ line, before, after }) => [line, before, after ?? '']),
      ),
    ),
  }
}

function fileOf(index: number): string {
  const file = Math.floor(index / 4)
  return `apps/app${file % 7}/app/(dashboard)/area${file % 53}/feature${file}/actions.ts`
}
