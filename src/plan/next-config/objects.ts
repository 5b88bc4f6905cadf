import { ts } from '@ts-morph/common'
import { bare, importedBy, isFunction, memberName, returnExpressions } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import type { PlanInput } from '../input.js'
import { exportedValue } from './exported.js'
import {
  assignedTo,
  bareCode,
  type Code,
  declarationAt,
  type Located,
  type Meaning,
  meaningOf,
} from './names.js'

/** An object literal that Next.js gets as config, or as a part of it. */
export interface ConfigObject {
  model: FileModel
  node: ts.ObjectLiteralExpression
}

/** Every object that an expression may be; `problem` is half a sentence where one of them cannot be told. */
export interface Objects {
  objects: ConfigObject[]
  problem: string | null
}

/** Reads configs of one app: what parameters of functions of the tree were given is remembered on the way. */
export interface ConfigReader {
  /** The config that a file exports. */
  exported(file: string): Objects
  /** What an expression may be. */
  values(expression: Code, model: FileModel): Objects
}

/** More calls and files than this lie in no config that is written by hand. */
const maxDepth = 24
const maxSteps = 500

/** A config is followed through variables, functions, wrappers such as `withX(config)` and files of the tree. */
export function createConfigReader({ graph }: PlanInput): ConfigReader {
  const given = new Map<Meaning, Located>()

  function search(start: (visit: Visit, fail: (why: string) => void) => void): Objects {
    const objects = new Map<ts.Node, ConfigObject>()
    const seen = new Set<unknown>()
    let problem: string | null = null
    let steps = 0
    const fail = (why: string): void => {
      problem ??= why
    }
    const visit: Visit = (expression, model, depth) => {
      if (depth > maxDepth || ++steps > maxSteps) return fail('it is put together in too many steps')
      const node = bareCode(expression)
      if (ts.isObjectLiteralExpression(node)) objects.set(node, { model, node })
      else if (isFunction(node)) visitReturns(node, model, depth)
      else if (ts.isIdentifier(node)) visitName(node, model, depth)
      else if (ts.isConditionalExpression(node)) {
        visit(node.whenTrue, model, depth + 1)
        visit(node.whenFalse, model, depth + 1)
      } else if (ts.isCallExpression(node)) visitCall(node, model, depth)
      else fail(`${shown(node)} cannot be followed`)
    }

    function visitReturns(node: ts.FunctionLikeDeclaration, model: FileModel, depth: number): void {
      const returned = returnExpressions(node)
      if (returned.length === 0) fail('a function returns no config')
      for (const expression of returned) visit(expression, model, depth + 1)
    }

    function visitName(name: ts.Identifier, model: FileModel, depth: number): void {
      const key = declarationAt(model, name)
      if (key === null) return fail(`nothing here declares ${name.text}`)
      const argument = given.get(key)
      if (argument) return visit(argument.expression, argument.model, depth + 1)
      // `config = withX(config)`: the other values of the name tell what it is.
      if (seen.has(key)) return
      seen.add(key)
      const meaning = meaningOf(graph, model, name)
      const assigned = assignedTo(model, name)
      if (meaning === null && assigned.length === 0) return fail(`${name.text} cannot be followed`)
      if (meaning !== null) visit(meaning.expression, meaning.model, depth + 1)
      for (const expression of assigned) visit(expression, model, depth + 1)
    }

    function visitCall(call: ts.CallExpression, model: FileModel, depth: number): void {
      const specifier = importedBy(call)
      if (specifier !== null) {
        const file = graph.resolveModule(specifier, model.file)
        return file === null ? fail(`${shown(call)} is outside of this tree`) : visitFile(file, depth)
      }
      const own = ownFunction(call.expression, model, depth)
      if (own === 'unclear') return fail(`${shown(call.expression)} cannot be followed`)
      if (own !== null) {
        if (!bindArguments(own.node, own.model, call, model))
          return fail(`${shown(call.expression)} is called more than once`)
        return visitReturns(own.node, own.model, depth + 1)
      }
      if (isObjectMethod(call.expression, 'assign')) return fail('it is put together with Object.assign')
      const isReduce =
        ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'reduce'
      const argument = isReduce ? call.arguments[1] : call.arguments.find(mayBeConfig)
      if (argument === undefined) return fail(`${shown(call)} is given no config`)
      visit(configIn(argument), model, depth + 1)
    }

    function visitFile(file: string, depth: number): void {
      const found = exportedValue(graph, file, 'default')
      if (found === null) return fail(`${file} exports no config that can be told`)
      visit(found.expression, found.model, depth + 1)
    }

    /** The function of the tree that a callee is; null for one of a package. */
    function ownFunction(
      callee: Code,
      model: FileModel,
      depth: number,
    ): { node: ts.FunctionLikeDeclaration; model: FileModel } | 'unclear' | null {
      const node = bareCode(callee)
      if (depth > maxDepth) return 'unclear'
      if (isFunction(node)) return { node, model }
      const specifier = ts.isCallExpression(node) ? importedBy(node) : null
      if (specifier !== null) {
        const file = graph.resolveModule(specifier, model.file)
        if (file === null) return null
        const found = exportedValue(graph, file, 'default')
        return found === null ? 'unclear' : ownFunction(found.expression, found.model, depth + 1)
      }
      if (ts.isCallExpression(node)) {
        const outer = ownFunction(node.expression, model, depth + 1)
        if (outer === null || outer === 'unclear') return outer
        if (!bindArguments(outer.node, outer.model, node, model)) return 'unclear'
        const [only, ...others] = returnExpressions(outer.node)
        if (!only || others.length > 0) return 'unclear'
        return ownFunction(only, outer.model, depth + 1)
      }
      if (!ts.isIdentifier(node)) return null
      const meaning = meaningOf(graph, model, node)
      if (meaning === null) return declarationAt(model, node)?.kind === 'opaque' ? 'unclear' : null
      return ownFunction(meaning.expression, meaning.model, depth + 1)
    }

    start(visit, fail)
    return { objects: [...objects.values()], problem }
  }

  /** False where the function got something else before: what it makes would be told wrongly. */
  function bindArguments(
    node: ts.FunctionLikeDeclaration,
    home: FileModel,
    call: ts.CallExpression,
    model: FileModel,
  ): boolean {
    return node.parameters.every((parameter, index) => {
      const expression = call.arguments[index] ?? parameter.initializer
      const key = ts.isIdentifier(parameter.name) ? declarationAt(home, parameter.name) : null
      if (!key || !expression) return true
      const before = given.get(key)
      given.set(key, { expression, model: call.arguments[index] ? model : home })
      return before === undefined || before.expression === expression
    })
  }

  return {
    exported: (file) =>
      search((visit, fail) => {
        const model = graph.model(file)
        const found = exportedValue(graph, file, 'default')
        if (!model || model.syntaxError !== null) fail('it does not parse')
        else if (found === null) fail('what it exports cannot be told')
        else visit(found.expression, found.model, 0)
      }),
    values: (expression, model) => search((visit) => visit(expression, model, 0)),
  }
}

type Visit = (expression: Code, model: FileModel, depth: number) => void

/** Plugins take options beside the config: names, lists of plugins. */
function mayBeConfig(node: ts.Expression): boolean {
  const value = bare(node)
  return !(
    ts.isStringLiteralLike(value) ||
    ts.isTemplateExpression(value) ||
    ts.isArrayLiteralExpression(value) ||
    ts.isSpreadElement(value) ||
    (ts.isIdentifier(value) && value.text === 'undefined')
  )
}

/** `createConfig({ nextConfig: { ... } })`. */
function configIn(argument: ts.Expression): ts.Expression {
  const value = bare(argument)
  if (!ts.isObjectLiteralExpression(value)) return argument
  const inner = value.properties.find((property) => memberName(property.name) === 'nextConfig')
  if (inner && ts.isPropertyAssignment(inner)) return inner.initializer
  return inner && ts.isShorthandPropertyAssignment(inner) ? inner.name : argument
}

function isObjectMethod(node: ts.Expression, name: string): boolean {
  return ts.isPropertyAccessExpression(node) && node.getText() === `Object.${name}`
}

/** The first line of an expression, for a message. */
export function shown(node: ts.Node): string {
  const [line = ''] = node.getText().split(/\r\n|\r|\n/)
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
