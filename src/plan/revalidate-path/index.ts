import { ts } from '@ts-morph/common'
import type { CallSite } from '../../cache/call-sites.js'
import { showText } from '../../cache/values/index.js'
import { dressed } from '../../graph/syntax.js'
import { decide, keep, review, type Verdict } from '../decision.js'
import type { Planned, Planner, TracedSite } from '../input.js'
import { type Choice, chooseInvalidation } from '../invalidation.js'
import { isMock } from '../revalidate-tag.js'
import type { Decision, Finding } from '../types.js'
import { noAnswer, type OpenVerdict, type PathAnswer } from './answer.js'
import { tagsBefore, tagsBeside } from './beside.js'
import { checkEntries, configuredCalls } from './configured.js'
import { deadPath, untaggedReaders } from './findings.js'
import { otherEntity, pageOutcome } from './page.js'
import { pathOutcome } from './path.js'
import { replacement, type TagTexts } from './replacement.js'
import { createWorld, type World } from './world.js'

const id = 'revalidate-path'

/** Entity `revalidatePath` calls become calls of tag helpers, where every cached read of the page carries such a tag. */
export const planRevalidatePath: Planner = (input): Planned => {
  const world = createWorld(input)
  checkEntries(world)
  const decisions: Decision[] = []
  const findings: Finding[] = []
  for (const traced of input.sites) {
    if (!isOwn(traced)) continue
    const { verdict, found } = pathVerdict(world, traced)
    decisions.push(decide(id, traced, verdict))
    findings.push(...found)
  }
  return { decisions, findings: unique(findings) }
}

/** Imports from next/dist are the business of stable-names; what tests say of mocks that of test-doubles. */
function isOwn(traced: TracedSite): boolean {
  return traced.site.api === 'revalidatePath' && !traced.site.deep && !isMock(traced)
}

interface Outcome {
  verdict: OpenVerdict
  found: Finding[]
}

/** What becomes of one `revalidatePath`, by proof and by what a person said. */
export function pathVerdict(world: World, traced: TracedSite, answer: PathAnswer = noAnswer): Outcome {
  const { site } = traced
  if (site.shape === 'reexport') return settled(keep('re-exported', 'It is only exported again.'))
  if (site.shape !== 'call')
    return settled(keep('stored-reference', 'It is handed on as a value, so its paths cannot be told.'))
  const path = pathOutcome(world, traced, answer.page)
  if (!path.match) return { verdict: path.verdict, found: deadPath(traced, path.dead, path.text) }
  const configured = configuredCalls(world, traced, path.match)
  if (configured) return settled(written(world, traced, configured, showText(path.text), answer.form))
  const reads = world.readers.of(path.match.route)
  const page = pageOutcome(world, reads)
  if (!page.tagged)
    return {
      verdict: orRefresh(world, traced, page.verdict),
      found: untaggedReaders(traced, reads, page.untagged),
    }
  const other = answer.isTagMeant ? null : otherEntity(reads, page.tagged)
  if (other) return settled(other)
  const calls = replacement(world, traced, path.match, reads, page.tagged, answer.arguments)
  return settled(written(world, traced, calls, path.match.route.pattern, answer.form))
}

function settled(verdict: OpenVerdict): Outcome {
  return { verdict, found: [] }
}

/** The calls of one `next/cache` function that take the path's place; which one, the context decides. */
function written(
  world: World,
  traced: TracedSite,
  tags: TagTexts | OpenVerdict,
  pattern: string,
  form: Choice | null,
): OpenVerdict {
  if ('action' in tags) return tags
  const { site } = traced
  const choice = form ?? chooseInvalidation(world.input, traced)
  if ('action' in choice) return choice
  const beside = new Set([...tagsBeside(world.input.sites, site), ...tagsBefore(world.replaced, site)])
  const texts = tags.texts.filter((text) => !beside.has(text))
  if (texts.length === 0)
    return keep(
      'already-invalidated',
      'The tags of the page are invalidated beside it; the path can go once that is seen to be enough.',
    )
  if (texts.length > 1 && !site.statement && !isReturned(site))
    return review(
      'several-tags',
      `${pattern} has several tags (${texts.join(', ')}), and this call is part of an expression.`,
    )
  world.replaced.push({ site, texts })
  const calls = texts.map((argument) => ({ to: choice.to, argument }))
  return {
    action: 'rewrite',
    after: calls.map(({ to, argument }) => `${to.name}(${argument})`).join('; '),
    semantics: 'changed',
    rule: choice.rule,
    reason: `Every cached read of ${pattern} carries ${texts.length === 1 ? 'this tag' : 'one of these tags'}, so all pages with the data are refreshed, not this URL alone. ${choice.reason}`,
    edit: { kind: 'path-tags', at: { start: site.start, end: site.end }, calls, imports: tags.imports },
  }
}

/** Of `return revalidatePath(path)` the last of several calls is returned. */
function isReturned({ node }: CallSite): boolean {
  return ts.isReturnStatement(dressed(node).parent)
}

/** `--refresh`: in an action, a dynamic page without cached reads only needs to be rendered again. */
function orRefresh({ input }: World, { site, reach }: TracedSite, verdict: Verdict): Verdict {
  if (verdict.rule !== 'dynamic-page' || !input.choices.refresh || reach !== 'action-only') return verdict
  return {
    action: 'rewrite',
    after: 'refresh()',
    semantics: 'changed',
    rule: 'refresh',
    reason:
      'The page is rendered for every request and reads nothing from a cache: refresh() renders the page that the person is on again.',
    edit: {
      kind: 'path-tags',
      at: { start: site.start, end: site.end },
      calls: [{ to: { name: 'refresh', profile: null }, argument: '' }],
      imports: [],
    },
  }
}

function unique(findings: readonly Finding[]): Finding[] {
  const key = ({ id: finding, file, line, column }: Finding): string => `${finding}:${file}:${line}:${column}`
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()]
}
