import { describe, expect, test } from 'vitest'
import { type Conversion, converted, lines } from './use-cache-support.js'

const head = "import { unstable_cache } from 'next/cache'"
const imports = (text: string): string => `import { ${text} } from 'next/cache'`
const declaration: Conversion = { form: 'declaration' }

/** The body that a callback's body becomes, in a file without semicolons. */
function bodyOf(...callback: string[]): string[] {
  const all = converted(lines(head, 'export const a = «unstable_cache(', ...callback, ')»'), [declaration])
  const after = all.split('\n')
  expect(after.slice(0, 4)).toEqual([
    imports('cacheLife'),
    'export async function a() {',
    "  'use cache'",
    '  cacheLife({ revalidate: Infinity })',
  ])
  expect(after.slice(-2)).toEqual(['}', ''])
  return after.slice(4, -2)
}

describe('a block', () => {
  test('moves left with all its lines but those of template literals', () => {
    expect(
      bodyOf(
        '  async () => {',
        '    const text = `',
        `      fixed \${`,
        '      inner(`',
        '        fixed',
        '      `)',
        '    }',
        '    `',
        '',
        '    /*',
        '     * art',
        '  left',
        '     */',
        '    return text',
        '  },',
      ),
    ).toEqual([
      '  const text = `',
      `      fixed \${`,
      '    inner(`',
      '        fixed',
      '      `)',
      '  }',
      '    `',
      '',
      '  /*',
      '   * art',
      'left',
      '   */',
      '  return text',
    ])
  })

  test('moves right where the call stood on the line of the constant', () => {
    const before = lines(
      head,
      'export const all = {',
      '    a: {',
      '    b: «unstable_cache(async () => {',
      '    const one = await load({',
      '        id,',
      '    })',
      '    return one',
      '    })»,',
      '    },',
      '}',
    )
    expect(converted(before, [{ form: 'arrow' }])).toBe(
      lines(
        imports('cacheLife'),
        'export const all = {',
        '    a: {',
        '    b: async () => {',
        "        'use cache'",
        '        cacheLife({ revalidate: Infinity })',
        '        const one = await load({',
        '            id,',
        '        })',
        '        return one',
        '    },',
        '    },',
        '}',
      ),
    )
  })

  test('whose first line stands too far right moves by what its other lines show', () => {
    expect(
      bodyOf(
        '  async () => {',
        '        try {',
        '      go();',
        '    } catch {',
        '      return',
        '    }',
        '  },',
      ),
    ).toEqual(['  try {', '    go();', '  } catch {', '    return', '  }'])
  })

  test('on one line gets lines', () => {
    expect(bodyOf('async () => { const a = 1; /* b */ go(a); return a },')).toEqual([
      '  const a = 1; /* b */ go(a);',
      '  return a',
    ])
  })

  test('without anything in it stays so, with a comment keeps it', () => {
    expect(bodyOf('async () => {},')).toEqual([])
    expect(bodyOf('async () => {', '  },')).toEqual([])
    expect(bodyOf('async () => { // nothing yet', '  },')).toEqual(['  // nothing yet'])
  })

  test('keeps a comment behind its brace', () => {
    expect(bodyOf('  async () => { // why', '    return 1', '  },')).toEqual(['  // why', '  return 1'])
  })

  test('that begins with a parenthesis is parted from what stands before', () => {
    expect(bodyOf('  async () => {', '    (await x).y()', '  },')).toEqual(['  ;(await x).y()'])
    expect(bodyOf('  async () => {', '    // why', '    ;[1].map(y)', '  },')).toEqual([
      '  // why',
      '  ;[1].map(y)',
    ])
    expect(bodyOf('  async () => {', '    // why', '    ;`a`.trim()', '  },')).toEqual([
      '  // why',
      '  ;`a`.trim()',
    ])
    expect(bodyOf('  async () => {', '    // why', '    `a`.trim()', '  },')).toEqual([
      '  // why',
      '  ;`a`.trim()',
    ])
  })

  test('of a function with tabs', () => {
    const before = '\t\tasync function named() {\n\t\t\tif (a) {\n\t\t\t\tb()\n\t\t\t}\n\t\t},'
    const all = converted(`${head}\nexport const a = «unstable_cache(\n${before}\n)»\n`, [declaration])
    expect(all).toBe(
      `${imports('cacheLife')}\nexport async function a() {\n\t'use cache'\n\tcacheLife({ revalidate: Infinity })\n\tif (a) {\n\t\tb()\n\t}\n}\n`,
    )
  })
})

describe('an expression', () => {
  const table: [string, string[], string[]][] = [
    ['a call', ['  async () =>', '    find({', '      a,', '    }),'], ['  return find({', '    a,', '  })']],
    ['an object', ['  async () => ({', '    a,', '  }),'], ['  return {', '    a,', '  }']],
    ['an object on one line', ['  () => ({ a }),'], ['  return { a }']],
    ['an awaited call', ['  async () => (await a()).b,'], ['  return (await a()).b']],
    ['double parentheses', ['  async () => ((a)),'], ['  return a']],
    ['a sequence', ['  async () => (a, b),'], ['  return (a, b)']],
    [
      'operands on several lines',
      ['  async () =>', '    (await a()) ||', '    b,'],
      ['  return (', '    (await a()) ||', '    b', '  )'],
    ],
    [
      'operands in parentheses',
      ['  async () => (', '    a &&', '    b', '  ),'],
      ['  return (', '    a &&', '    b', '  )'],
    ],
    [
      'a condition',
      ['  async () =>', '    a', '      ? b', '      : c,'],
      ['  return a', '    ? b', '    : c'],
    ],
    ['a comment in front of it', ['  async () => // why', '    a,'], ['  // why', '  return a']],
    [
      'a comment in its parentheses',
      ['  async () => (', '    // why', '    a', '  ),'],
      ['  return (', '    // why', '    a', '  )'],
    ],
    ['a template', ['  async () => `', '  a', '    b`,'], ['  return `', '  a', '    b`']],
  ]
  test.each(table)('%s', (_, callback, body) => {
    expect(bodyOf(...callback)).toEqual(body)
  })
})

describe('comments', () => {
  test('stay beside what they speak of, and go with the key', () => {
    const before = lines(
      head,
      '/** All. */',
      'export const a = /* typed */ «unstable_cache(',
      '  // reads',
      '  async () => {',
      '    return 1 // one',
      '  }, // reader',
      '  // key of it',
      "  ['a'], // key",
      '  // how long',
      '  {',
      '    // every hour',
      '    revalidate: 3600, // 1 hour',
      '    // who',
      '    tags: [',
      "      'a', // first",
      "      'b',",
      '    ], // both',
      "    // tags: ['c'],",
      '  },',
      '  // last',
      ')»',
    )
    expect(converted(before, [declaration])).toBe(
      lines(
        imports('cacheLife, cacheTag'),
        '/** All. */',
        '/* typed */',
        '// reads',
        '// reader',
        'export async function a() {',
        "  'use cache'",
        '  // how long',
        '  // every hour',
        '  // last',
        '  cacheLife({ revalidate: 3600 }) // 1 hour',
        '  // who',
        '  // first',
        "  cacheTag('a', 'b') // both",
        "  // tags: ['c'],",
        '  return 1 // one',
        '}',
      ),
    )
  })

  test.each([
    [
      "unstable_cache(load, ['a'], { revalidate: 60 } // a minute\n)",
      'cacheLife({ revalidate: 60 }) // a minute',
    ],
    [
      "unstable_cache(load, ['a'], { revalidate: 60 /* a minute */ })",
      'cacheLife({ revalidate: 60 }) /* a minute */',
    ],
    [
      "unstable_cache(load, ['a'], { revalidate: 60 * /* b */ 60 })",
      'cacheLife({ revalidate: 60 * /* b */ 60 })',
    ],
  ])('%s', (call, life) => {
    expect(converted(`${head}\nconst a = «${call}»\n`, [declaration])).toContain(`\n  ${life}\n`)
  })

  test('among the arguments of a call at once stay there', () => {
    const before = lines(
      head,
      '',
      'async function f(id) {',
      '  return «unstable_cache(load)»(',
      '    // the user',
      '    id,',
      '  )',
      '}',
    )
    expect(converted(before, [{ form: 'hoisted', name: 'getCached', call: 'getCached(id)' }])).toContain(
      '\n  return /* the user */ getCached(id)\n',
    )
  })

  test('among the parameters stay there while the parameters do', () => {
    const before = lines(
      head,
      'export const a = «unstable_cache(',
      '  async (',
      '    id: string, // of the user',
      '    limit = 4,',
      '  ) => load(id, limit),',
      "  ['a'],",
      ')»',
    )
    const parameters = ['id: string, // of the user', 'limit = 4'].join('\n  ')
    expect(converted(before, [declaration])).toContain(`\nexport async function a(\n  ${parameters},\n) {\n`)
    const more = [{ ...declaration, parameters: ['id: string', 'limit: number', 'locale: string'] }]
    expect(converted(before, more)).toContain(
      '\n// of the user\nexport async function a(id: string, limit: number, locale: string) {\n',
    )
  })

  test('of a folded function and of what it held stay in it, in their order', () => {
    const before = lines(
      head,
      'const f = {',
      '  get(',
      '    id: string,',
      '  ) { // it',
      '    // one',
      '',
      '    // two',
      '    return (',
      '      «unstable_cache(',
      '        // three',
      '        async () => {',
      '          // four',
      '          go(id)',
      '        }, // five',
      '        [id] // key',
      '        , { tags: [id] // six',
      '        }',
      '      )»()',
      '    )',
      '  },',
      '}',
    )
    expect(converted(before, [{ form: 'fold' }])).toBe(
      lines(
        imports('cacheLife, cacheTag'),
        'const f = {',
        '  async get(',
        '    id: string,',
        '  ) { // it',
        "    'use cache'",
        '    cacheLife({ revalidate: Infinity })',
        '    cacheTag(id) // six',
        '    // one',
        '',
        '    // two',
        '    // three',
        '    // five',
        '    // four',
        '    go(id)',
        '  },',
        '}',
      ),
    )
  })
})

describe('parameters', () => {
  test('of an object keep their shape at the new depth', () => {
    const before = lines(
      head,
      'export const a = «unstable_cache(',
      '  async ({',
      '    id,',
      '    limit,',
      '  }: {',
      '    id: string',
      '    limit: number',
      '  }) => load(id, limit),',
      ')»',
    )
    expect(converted(before, [declaration])).toContain(
      '\nexport async function a({\n  id,\n  limit,\n}: {\n  id: string\n  limit: number\n}) {\n',
    )
  })

  test('on lines of their own end as the lists of the file do, and never in a comma behind the rest', () => {
    const wide = ['first: Record<string, unknown>', 'second: Record<string, unknown>', 'third: string']
    const before = `${head}\nexport const a = «unstable_cache(load)»\n`
    const broken = (own: string, parameters: string[]): string =>
      converted(own, [{ ...declaration, parameters }])
    expect(broken(before, wide)).toContain(`(\n  ${wide.join(',\n  ')},\n) {`)
    expect(broken(`${before}go(\n  a,\n  b\n)\n`, wide)).toContain(`(\n  ${wide.join(',\n  ')}\n) {`)
    const rest = [...wide.slice(0, 2), '...more: unknown[]']
    expect(broken(before, rest)).toContain(`(\n  ${rest.join(',\n  ')}\n) {`)
  })

  test('share a line that the rest of the file shows to be long enough', () => {
    const long = `const x = [${'1, '.repeat(26)}0]`
    const before = `${head}\n${`${long.replace('x', 'x')}\n`.replace(/x/, 'x1')}${long.replace('x', 'x2')}\n${long.replace('x', 'x3')}\nexport const a = «unstable_cache(load)»\n`
    const parameters = ['first: Record<string, unknown>', 'second: Record<string>']
    expect(converted(before, [{ ...declaration, parameters }])).toContain(`a(${parameters.join(', ')}) {`)
  })
})
