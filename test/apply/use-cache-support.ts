import { ts } from '@ts-morph/common'
import { editFile } from '../../src/apply/edit-file.js'
import { parse } from '../../src/apply/parse.js'
import type { Decision, Edit, UseCacheEdit } from '../../src/plan/types.js'
import { decisionsFor, type Wanted } from './marked.js'

/** What a test says of a conversion; the rest is read off the marked call. */
export type Conversion = Partial<UseCacheEdit> & { form: UseCacheEdit['form'] }

/** Converts the marked calls (« and »), in their order; other edits of marked places may stand between. */
export function converted(marked: string, wants: (Conversion | Wanted)[], file = 'lib/data.ts'): string {
  return convertedWithAfter(marked, wants, file).text
}

export function convertedWithAfter(
  marked: string,
  wants: (Conversion | Wanted)[],
  file = 'lib/data.ts',
): { text: string; after: string[]; source: string } {
  const { source, decisions } = conversions(marked, wants, file)
  const { text, after } = editFile(file, source, decisions)
  parse(file, text)
  return { text, after: [...after.values()], source }
}

export function conversions(
  marked: string,
  wants: (Conversion | Wanted)[],
  file = 'lib/data.ts',
): { source: string; decisions: Decision[] } {
  const { source, decisions } = decisionsFor(
    file,
    marked,
    wants.map((want) => ('form' in want ? { kind: 'rename', to: { name: '' } } : want)),
  )
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  return {
    source,
    decisions: decisions.map((decision, index) => {
      const want = wants[index] ?? wants.at(-1)
      if (!want || !('form' in want) || !decision.edit || !('at' in decision.edit)) return decision
      const edit: Edit = editOf(tree, decision.edit.at, want)
      return { ...decision, edit, api: 'unstable_cache', transform: 'unstable-cache' }
    }),
  }
}

/** The edit of a call: what the planner would say of it when it captures nothing. */
function editOf(tree: ts.SourceFile, at: { start: number; end: number }, want: Conversion): UseCacheEdit {
  const call = nodeAt(tree, at, ts.isCallExpression)
  const callback = call.arguments
    .map(bare)
    .find((one) => ts.isArrowFunction(one) || ts.isFunctionExpression(one))
  const inline =
    callback && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) ? callback : null
  const reference = call.arguments[0]?.getText() ?? ''
  const range = (node: ts.Node): { start: number; end: number } => ({ start: node.getStart(), end: node.end })
  const options = call.arguments.map(bare).find(ts.isObjectLiteralExpression)
  const tags = propertyOf(options, 'tags')
  const revalidate = propertyOf(options, 'revalidate')?.getText()
  return {
    kind: 'use-cache',
    at,
    name: nameOf(call),
    typeParameters: inline?.typeParameters
      ? `<${inline.typeParameters.map((one) => one.getText()).join(', ')}>`
      : '',
    parameters: inline
      ? inline.parameters.map((one) => one.getText())
      : [`...args: Parameters<typeof ${reference}>`],
    returnType: inline?.type?.getText() ?? null,
    body: inline
      ? { kind: ts.isBlock(inline.body) ? 'block' : 'expression', ...range(inline.body) }
      : { kind: 'call', text: `${reference}(...args)` },
    replacements: [],
    revalidate: revalidate === undefined || revalidate === 'false' ? 'Infinity' : revalidate,
    tags:
      tags && ts.isArrayLiteralExpression(tags)
        ? tags.elements.map((one) => one.getText())
        : tags
          ? [`...${tags.getText()}`]
          : [],
    replace: range(replaced(call, want)),
    call: null,
    calls: [],
    ...want,
  }
}

function replaced(call: ts.CallExpression, { form, call: text }: Conversion): ts.Node {
  if (form === 'arrow') return call
  if (form === 'declaration' || (form === 'hoisted' && text === null)) return statementOf(call)
  const invoked = ts.isCallExpression(call.parent) && call.parent.expression === call ? call.parent : call
  if (form === 'hoisted') return invoked
  const around = ts.findAncestor(call, ts.isFunctionLike)
  const body = around && 'body' in around ? (around.body as ts.Node) : call
  return ts.isBlock(body) ? statementOf(call) : body
}

function statementOf(node: ts.Node): ts.Node {
  return ts.findAncestor(node, (one) => ts.isStatement(one) || ts.isExportAssignment(one)) ?? node
}

function nameOf(call: ts.Node): string {
  const statement = statementOf(call)
  if (!ts.isVariableStatement(statement)) return ''
  return statement.declarationList.declarations[0]?.name.getText() ?? ''
}

function propertyOf(
  options: ts.ObjectLiteralExpression | undefined,
  name: string,
): ts.Expression | undefined {
  const found = options?.properties.find((one) => one.name?.getText() === name)
  if (found && ts.isPropertyAssignment(found)) return bare(found.initializer)
  return found && ts.isShorthandPropertyAssignment(found) ? found.name : undefined
}

function bare(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? bare(node.expression) : node
}

function nodeAt<T extends ts.Node>(
  tree: ts.SourceFile,
  { start, end }: { start: number; end: number },
  is: (node: ts.Node) => node is T,
): T {
  const visit = (node: ts.Node): T | undefined =>
    is(node) && node.getStart() === start && node.end === end ? node : ts.forEachChild(node, visit)
  const found = visit(tree)
  if (!found) throw new Error('no call is marked there')
  return found
}

/** Lines of a file, so that indentation can be read in a test. */
export const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('')
