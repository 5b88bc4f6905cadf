import { ts } from '@ts-morph/common'
import type { CallSite } from '../cache/call-sites.js'
import { readTestMock, type TestMock, withoutMock } from '../cache/test-mocks.js'
import { list } from '../context/words.js'
import type { FileModel } from '../graph/types.js'
import { assertions } from './assertions.js'
import type { PlanInput, Planned, Planner, TracedSite } from './input.js'
import { isExpireNow } from './invalidation.js'
import { isManualMock, isSetup, manualMembers, whatLacks } from './module-mocks.js'
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

/** Whether a file may mock next/cache, or ask what a mock of it was called with. */
function mayMock({ workspace }: PlanInput, file: string): boolean {
  if (isManualMock(file)) return true
  const bytes = workspace.bytes(file)
  if (!bytes?.includes('next/cache')) return false
  return /ock(?:Module)?\s*[<(]|\bexpect\s*\(/.test(bytes.toString('latin1'))
}

function decideFile(input: PlanInput, file: string, reached: Reached[]): Decision[] {
  const model = input.graph.model(file)
  if (!model) return []
  const around = () => reached.filter(({ traced }) => isSamePackage(input, traced, file))
  if (isManualMock(file)) return manualMembers(model, around())
  const own = reached.filter(({ traced }) => traced.tests.some((unit) => isLoadedBy(input, unit.file, file)))
  const mock = readTestMock(input.graph, model)
  // A setup file imports nothing under test; it serves every test of its package.
  const served = own.length > 0 || !isSetup(file) ? own : around()
  const asked = mock ?? withoutMock(input.graph, model)
  const asserted = own.length > 0 ? assertions(model, asked, own, whatLacks(input, file, asked)) : []
  return [...(mock ? missingMembers(model, mock, served) : []), ...asserted]
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

function isSamePackage({ workspace }: PlanInput, { site, tests }: TracedSite, file: string): boolean {
  const home = workspace.packageOf(file)
  return [site.file, ...tests.map((unit) => unit.file)].some((one) => workspace.packageOf(one) === home)
}

function missingMembers(model: FileModel, mock: TestMock, served: Reached[]): Decision[] {
  const wanted = new Set(served.map(({ now }) => now.name))
  const unclear = mock.factories.filter((factory) => factory.unclear !== null)
  const closed = new Set(unclear.map(({ given }) => given))
  const added = mock.objects.flatMap(({ node, members }) => {
    const like = oldApis.find((name) => members.has(name))
    if (!like || closed.has(node)) return []
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
  return [...added, ...unclear.flatMap((factory) => unclearMock(model, mock, factory, served))]
}

/** A mock to which nothing can be added, where the run makes the code call something new. */
function unclearMock(
  model: FileModel,
  mock: TestMock,
  { call, unclear }: TestMock['factories'][number],
  served: Reached[],
): Decision[] {
  const now = served.filter(({ moved, now, traced }) => moved && now.name !== traced.site.api)
  const names = new Set(now.map(({ now }) => now.name))
  const missing = [...names].filter((name) => !mock.objects.some(({ members }) => members.has(name)))
  if (missing.length === 0) return []
  return [
    testDecision(model, call, oldApis[0], {
      before: call.getText(model.source),
      action: 'review',
      after: null,
      rule: 'mock-unclear',
      reason: `The code under test calls ${list(missing)}, which this mock may lack: ${unclear}.`,
      edit: null,
    }),
  ]
}
