import { ts } from '@ts-morph/common'
import type { CallSite } from '../cache/call-sites.js'
import { readTestMock, type TestMock } from '../cache/test-mocks.js'
import type { FileModel } from '../graph/types.js'
import { assertions } from './assertions.js'
import type { PlanInput, Planned, Planner, TracedSite } from './input.js'
import { isExpireNow } from './invalidation.js'
import { isMock } from './revalidate-tag.js'
import { oldApis, type Reached, testDecision } from './test-decision.js'
import type { CacheCall, Decision } from './types.js'

const expiring: ReadonlySet<string> = new Set([...oldApis, 'updateTag'])

/** Mocks get the functions that the code under test calls, and assertions follow the calls. */
export const planTestDoubles: Planner = (input, earlier): Planned => {
  const reached = sitesAfter(input, earlier)
  if (reached.length === 0) return { decisions: [], findings: [] }
  const files = input.workspace.files.filter(
    (file) => input.workspace.selected.has(file) && mayMock(input, file),
  )
  return { decisions: files.flatMap((file) => decideFile(input, file, reached)), findings: [] }
}

function sitesAfter(input: PlanInput, earlier: readonly Decision[]): Reached[] {
  const edits = new Map(
    earlier.map((decision) => [`${decision.file}:${decision.line}:${decision.column}`, decision.edit]),
  )
  return input.sites
    .filter((traced) => expiring.has(traced.site.api) && isCalled(traced) && !isMock(traced))
    .map((traced) => {
      const edit = edits.get(`${traced.site.file}:${traced.site.line}:${traced.site.column}`)
      const to = edit && 'to' in edit && 'profile' in edit.to ? edit.to : null
      return { traced, now: to ?? writtenCall(traced.site), moved: to !== null }
    })
}

function isCalled({ site }: TracedSite): boolean {
  return site.shape === 'call' || site.shape === 'callback'
}

/** The call as it stands in the code. */
function writtenCall({ api, arguments: [, second] }: CallSite): CacheCall {
  if (!second) return { name: api, profile: null }
  if (isExpireNow(second.node)) return { name: api, profile: { expire: 0 } }
  return { name: api, profile: ts.isStringLiteralLike(second.node) ? { name: second.node.text } : null }
}

function mayMock({ workspace }: PlanInput, file: string): boolean {
  const bytes = workspace.bytes(file)
  return !!bytes && /ock(?:Module)?\s*[<(]/.test(bytes.toString('latin1')) && bytes.includes('next/cache')
}

function decideFile(input: PlanInput, file: string, reached: Reached[]): Decision[] {
  const model = input.graph.model(file)
  const mock = model && readTestMock(input.graph, model)
  if (!model || !mock) return []
  const own = reached.filter(({ traced }) => traced.tests.some((unit) => isLoadedBy(input, unit.file, file)))
  // A setup file imports nothing under test; it serves every test of its package.
  const served =
    own.length > 0 || !/setup/i.test(file)
      ? own
      : reached.filter(({ traced }) => isSamePackage(input, traced, file))
  return [...missingMembers(model, mock, served), ...assertions(model, mock, own)]
}

/** Whether a test file is, or imports, the file in which a test reaches the code: tests share helpers. */
function isLoadedBy({ graph }: PlanInput, helper: string, file: string): boolean {
  const seen = new Set([helper])
  for (const loaded of seen) {
    if (loaded === file) return true
    for (const importer of graph.imports.importers(loaded)) seen.add(importer)
  }
  return false
}

function isSamePackage({ workspace }: PlanInput, { site }: TracedSite, file: string): boolean {
  return workspace.packageOf(site.file) === workspace.packageOf(file)
}

function missingMembers(model: FileModel, mock: TestMock, served: Reached[]): Decision[] {
  const wanted = new Set(served.map(({ now }) => now.name))
  return mock.objects.flatMap(({ node, members }) => {
    const like = oldApis.find((name) => members.has(name))
    if (!like) return []
    const at = { start: node.getStart(model.source), end: node.end }
    return [...wanted]
      .filter((member) => !members.has(member))
      .map((member) =>
        testDecision(model, node, like, {
          before: node.getText(model.source),
          action: 'rewrite',
          after: null,
          rule: 'mock-member',
          reason: `The code under test calls ${member}, which this mock lacks.`,
          edit: { kind: 'add-mock-member', at, member, like },
        }),
      )
  })
}
