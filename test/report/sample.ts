import type { Decision, Edit, Finding, Plan } from '../../src/plan/types.js'

/** A decision with everything filled in; tests say only what they are about. */
export function decision(over: Partial<Decision> = {}): Decision {
  const base: Decision = {
    id: '',
    transform: 'revalidate-tag',
    file: 'src/app/actions.ts',
    line: 12,
    column: 3,
    api: 'revalidateTag',
    action: 'rewrite',
    before: "revalidateTag('posts')",
    after: "updateTag('posts')",
    contexts: ['server-action'],
    reach: 'action-only',
    semantics: 'preserved',
    rule: 'action-only',
    reason: 'Only Server Actions can run it.',
    evidence: [[{ file: 'src/app/actions.ts', line: 10, symbol: 'savePost' }]],
    edit: callEdit('updateTag', null),
    ...over,
  }
  return { ...base, id: over.id ?? `${base.transform}:${base.file}:${base.line}:${base.column}` }
}

export function callEdit(name: string, profile: { name: string } | { expire: 0 } | null): Edit {
  return { kind: 'call', at: { start: 0, end: 1 }, to: { name, profile } }
}

export const routeDecision = (over: Partial<Decision> = {}): Decision =>
  decision({
    file: 'src/app/api/hook/route.ts',
    after: "revalidateTag('posts', 'max')",
    contexts: ['route-handler'],
    reach: 'non-action',
    semantics: 'changed',
    rule: 'out-of-band',
    reason: 'Route handlers run it.',
    edit: callEdit('revalidateTag', { name: 'max' }),
    ...over,
  })

export const mixedDecision = (over: Partial<Decision> = {}): Decision =>
  decision({
    file: 'src/lib/cache.ts',
    line: 8,
    after: "revalidateTag('posts', { expire: 0 })",
    contexts: ['server-action', 'route-handler'],
    reach: 'mixed',
    rule: 'mixed',
    reason: 'A Server Action and a route handler both run it, and updateTag throws in the route handler.',
    evidence: [
      [
        { file: 'src/app/actions.ts', line: 10, symbol: 'savePost' },
        { file: 'src/lib/cache.ts', line: 8, symbol: 'expire' },
      ],
      [
        { file: 'src/app/api/hook/route.ts', line: 4, symbol: 'POST' },
        { file: 'src/lib/cache.ts', line: 8, symbol: 'expire' },
      ],
    ],
    edit: callEdit('revalidateTag', { expire: 0 }),
    ...over,
  })

export const unreachedDecision = (over: Partial<Decision> = {}): Decision =>
  decision({
    file: 'src/lib/unused.ts',
    after: "revalidateTag('posts', 'max')",
    contexts: [],
    reach: 'unreached',
    semantics: 'changed',
    rule: 'unreached',
    reason: 'Nothing was found that calls it.',
    evidence: [],
    edit: callEdit('revalidateTag', { name: 'max' }),
    ...over,
  })

export const keptDecision = (over: Partial<Decision> = {}): Decision =>
  decision({
    action: 'keep',
    after: null,
    semantics: null,
    edit: null,
    rule: 'two-arguments',
    reason: 'It already has a second argument.',
    ...over,
  })

export const reviewDecision = (over: Partial<Decision> = {}): Decision =>
  decision({
    file: 'src/lib/tags.ts',
    line: 31,
    action: 'review',
    before: 'revalidateTag(...tags)',
    after: null,
    semantics: null,
    edit: null,
    rule: 'spread',
    reason: 'The arguments are spread, so how many there are is known only at run time.',
    ...over,
  })

export function finding(over: Partial<Finding> = {}): Finding {
  return {
    id: 'invalidate-in-render',
    severity: 'error',
    file: 'src/app/page.tsx',
    line: 14,
    column: 5,
    message: 'The cache is invalidated while a page renders, which throws in every version of Next.js.',
    help: 'Move the call into a Server Action or a route handler.',
    url: 'https://www.npmjs.com/package/retag#invalidate-in-render',
    ...over,
  }
}

/** A plan around the given decisions; counts follow from them. */
export function samplePlan(decisions: Decision[], over: Partial<Plan> = {}): Plan {
  const files = new Set(decisions.filter(({ action }) => action === 'rewrite').map(({ file }) => file))
  return {
    schemaVersion: 1,
    tool: { name: 'retag', version: '0.0.0' },
    root: '/project',
    apps: [{ dir: '', next: '16.0.1', router: ['app'] }],
    counts: {
      selected: files.size + 30,
      parsed: files.size,
      changed: files.size,
      unchanged: 30,
      skipped: 0,
      failed: 0,
    },
    files: [...files].map((file) => ({ file, hash: '0'.repeat(64) })),
    decisions,
    findings: [],
    failures: [],
    ...over,
  }
}

/** The same decision in many files. */
export function times(number: number, make: (over: Partial<Decision>) => Decision): Decision[] {
  return Array.from({ length: number }, (_, index) =>
    make({ line: 10 + index, file: `src/app/f${index % 60}/actions.ts` }),
  )
}
