import type { ts } from '@ts-morph/common'

/** `unknown` where a type comes from a package that is not installed, or from code without types. */
export type Plain = 'yes' | 'no' | 'unknown'

/** What is known of the values that an expression, a parameter or a function's result may have. */
export interface TypeFact {
  /**
   * Whether such a value can be handed to or come out of a `'use cache'` function unchanged: primitives, plain
   * objects, arrays, Date, Map, Set, typed arrays; never a function, class instance, URL, RegExp or Response.
   */
  plain: Plain
  /** Half a sentence for a person: `it is a function`, `its type comes from "pg", which is not installed`. Empty for `yes`. */
  why: string
  /**
   * The type as it can be written at the top level of the same file: the annotation as it stands, else what the checker
   * says. Null where it cannot (a name is not visible there, JavaScript), or must not be invented (`any`, a type
   * parameter).
   */
  text: string | null
  /** Built-ins inside that JSON would have changed: `Date`, `Map`, `Set`, `BigInt`, sorted. */
  rich: string[]
}

/** Types, asked for lazily: the program is made at the first question, of the files that the asked one imports. */
export interface Types {
  /**
   * A value: an identifier, a member chain, a parameter or any expression of a file of the tree. What the code before
   * has ruled out (`if (!user) return`) is left out. A promise is `unknown`.
   */
  value(node: ts.Expression | ts.ParameterDeclaration): TypeFact
  /** The type of a property that a value has, as text; null where it has none, or nothing is known of it. */
  property(node: ts.Expression, name: string): string | null
  /** What a function (or an expression that names one) gives, promises resolved. */
  result(node: ts.Node): TypeFact
}
