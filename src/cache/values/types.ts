import type { ts } from '@ts-morph/common'

export type Constant = string | number | boolean | null | undefined

/** A part of a text that only run time knows. */
export interface Hole {
  /** The expression that fills it, where the caller wrote it (a helper's parameter is replaced by what it was given). */
  expression: ts.Expression | null
  /** Where a helper takes a member of what it was given: the argument, and the members it reads (`invoice`, `['id']`). */
  of?: { expression: ts.Expression; members: string[] }
  /** What a person would call it: `id`, `invoice.id`. */
  name: string
}

/** A string with holes: `` `invoices-${orgId}` `` is `['invoices-', { name: 'orgId' }]`. Neighbouring strings are joined. */
export interface Text {
  parts: (string | Hole)[]
}

/** The strings that an expression may give. */
export interface Texts {
  /** Every text that it may be; more than one for `a ? b : c`, `a || b` and constant lists. */
  texts: Text[]
  /** False where it may give others too, so that `texts` is only what could be told. */
  complete: boolean
}

/** The strings that the elements of a list may be; not one for one where it is filtered, mapped or conditional. */
export interface TextList {
  items: Texts[]
  /** False where some element could not be told. An element of which nothing is known is a text that is one hole. */
  complete: boolean
}
