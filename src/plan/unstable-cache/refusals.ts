/** Why a use is left for a person: a stable rule and half a sentence that follows on "Left for a person: ". */
export interface Refusal {
  rule: RefusalRule
  why: string
}

export const refusalRules = [
  'no-arguments',
  'spread-argument',
  'options-unclear',
  'revalidate-zero',
  'revalidate-unclear',
  'tags-unclear',
  'key-unclear',
  'callback-unclear',
  'wrapper',
  'through-wrapper',
  'client-file',
  'pages-router',
  'proxy',
  'class-instance',
  'uses-this',
  'generator',
  'mutates-closure',
  'shadowed-name',
  'local-type',
  'captures-function',
  'captures-not-plain',
  'captures-object',
  'captures-unknown',
  'type-unspellable',
  'receives-not-plain',
  'receives-unknown',
  'request-data-inside',
  'result-not-plain',
  'error-caught',
  'generic-reference',
  'nested',
  'inner-entry',
  'own-fetch',
  'no-store-segment',
  'commonjs',
  'flag',
] as const

export type RefusalRule = (typeof refusalRules)[number]

export function refuse(rule: RefusalRule, why: string): Refusal {
  return { rule, why }
}
