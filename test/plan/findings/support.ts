import type { Choices } from '../../../src/config/types.js'
import { plan } from '../../../src/index.js'
import { app } from '../../support/app.js'
import type { Tree } from '../../support/tree.js'

/** `id file:line` of every finding of an app; the id alone is left out where only one is asked for. */
export function findings(files: Tree, only?: string, choices: Partial<Choices> = {}): string[] {
  return plan(app({ 'app/page.tsx': '', ...files }), choices)
    .plan.findings.filter(({ id }) => only === undefined || id === only)
    .map(({ id, file, line }) => (only === undefined ? `${id} ${file}:${line}` : `${file}:${line}`))
}

/** An action file with the imports that the tests need, each on the first line, and a body from line 2 on. */
export function actions(body: string): Tree {
  const imports =
    "'use server'; import { revalidateTag, updateTag, revalidatePath } from 'next/cache'; import * as nav from 'next/navigation'; import { redirect, notFound, unstable_rethrow } from 'next/navigation'; import { db } from 'somewhere'"
  return { 'app/actions.ts': `${imports}\n${body}` }
}
