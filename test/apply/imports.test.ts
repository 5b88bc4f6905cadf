import { describe, expect, test } from 'vitest'
import { call, edited, rename, swr, updateTag, type Wanted } from './marked.js'

const table: [string, string, string, Wanted | Wanted[]][] = [
  [
    'the only name of the import is replaced',
    "import { revalidateTag } from 'next/cache'\n«revalidateTag(a)»\n",
    "import { updateTag } from 'next/cache'\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'a name that is still used stays',
    "import { revalidateTag } from 'next/cache'\n«revalidateTag(a)»\nrevalidateTag(b, 'max')\n",
    "import { revalidateTag, updateTag } from 'next/cache'\nupdateTag(a)\nrevalidateTag(b, 'max')\n",
    updateTag,
  ],
  [
    'a name that is used as a type stays',
    "import { revalidateTag } from 'next/cache'\ntype F = typeof revalidateTag\n«revalidateTag(a)»\n",
    "import { revalidateTag, updateTag } from 'next/cache'\ntype F = typeof revalidateTag\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'a name that is exported stays',
    "import { revalidateTag } from 'next/cache'\n«revalidateTag(a)»\nexport { revalidateTag }\n",
    "import { revalidateTag, updateTag } from 'next/cache'\nupdateTag(a)\nexport { revalidateTag }\n",
    updateTag,
  ],
  [
    'an import that is there already is used',
    'import { revalidateTag, updateTag } from "next/cache";\n«revalidateTag(a)»;\n',
    'import { updateTag } from "next/cache";\nupdateTag(a);\n',
    updateTag,
  ],
  [
    'its alias too',
    "import { revalidateTag, updateTag as fresh } from 'next/cache'\n«revalidateTag(a)»\n",
    "import { updateTag as fresh } from 'next/cache'\nfresh(a)\n",
    updateTag,
  ],
  [
    'the alias of the same function stays',
    "import { revalidateTag as expire } from 'next/cache'\n«expire(a)»\n",
    "import { revalidateTag as expire } from 'next/cache'\nexpire(a, 'max')\n",
    swr,
  ],
  [
    'the alias of another function goes',
    "import { revalidateTag as expire } from 'next/cache'\n«expire(a)»\n",
    "import { updateTag } from 'next/cache'\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'a sorted list stays sorted',
    "import { revalidateTag, unstable_cache } from 'next/cache'\n«revalidateTag(a)»; unstable_cache\n",
    "import { unstable_cache, updateTag } from 'next/cache'\nupdateTag(a); unstable_cache\n",
    updateTag,
  ],
  [
    'an unsorted list keeps its order',
    "import { unstable_cache, revalidateTag, revalidatePath } from 'next/cache'\n«revalidateTag(a)»; unstable_cache, revalidatePath\n",
    "import { unstable_cache, updateTag, revalidatePath } from 'next/cache'\nupdateTag(a); unstable_cache, revalidatePath\n",
    updateTag,
  ],
  [
    'a list with one name per line',
    "import {\n  revalidatePath,\n  revalidateTag,\n} from 'next/cache'\n«revalidateTag(a)»\nrevalidateTag(b, 'max')\nrevalidatePath(c)\n",
    "import {\n  revalidatePath,\n  revalidateTag,\n  updateTag,\n} from 'next/cache'\nupdateTag(a)\nrevalidateTag(b, 'max')\nrevalidatePath(c)\n",
    updateTag,
  ],
  [
    'comments in the list stay',
    "import {\n  revalidatePath, // pages\n  revalidateTag, // tags\n} from 'next/cache'\n«revalidateTag(a)»; updateTag; revalidatePath\n",
    "import {\n  revalidatePath, // pages\n  updateTag as nextUpdateTag, // tags\n} from 'next/cache'\nnextUpdateTag(a); updateTag; revalidatePath\n",
    updateTag,
  ],
  [
    'an emptied import goes with its line, the header stays',
    "/* licence */\n\nimport { revalidateTag } from 'next/cache'\nimport { updateTag } from 'next/cache'\n\n«revalidateTag(a)»\n",
    "/* licence */\n\nimport { updateTag } from 'next/cache'\n\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'no two blank lines are left',
    "'use server'\n\nimport { revalidateTag } from 'next/cache'\n\nexport const f = async () => {\n  const { updateTag } = await import('next/cache')\n  «revalidateTag(a)»\n}\n",
    "'use server'\n\nexport const f = async () => {\n  const { updateTag } = await import('next/cache')\n  updateTag(a)\n}\n",
    updateTag,
  ],
  [
    'a type import takes no values',
    "import type { revalidateTag as R } from 'next/cache'\nimport { revalidateTag } from '@/lib/cache'\n«revalidateTag(a)»\n",
    "import type { revalidateTag as R } from 'next/cache'\nimport { updateTag } from 'next/cache'\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'an inline type stays',
    "import { type revalidatePath, revalidateTag } from 'next/cache'\n«revalidateTag(a)»\n",
    "import { type revalidatePath, updateTag } from 'next/cache'\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'a side effect import stays',
    "import 'next/cache'\nimport { revalidateTag } from 'next/cache'\n«revalidateTag(a)»\n",
    "import 'next/cache'\nimport { updateTag } from 'next/cache'\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'empty braces are filled',
    "import {} from 'next/cache'\nimport { revalidateTag } from './cache'\n«revalidateTag(a)»; revalidateTag(b, 'max')\n",
    "import { updateTag } from 'next/cache'\nimport { revalidateTag } from './cache'\nupdateTag(a); revalidateTag(b, 'max')\n",
    updateTag,
  ],
  [
    'a project module that loses its only name gives its line',
    "import { a } from './a'\nimport { revalidateTag } from '@/lib/cache'\n\n«revalidateTag(a)»\n",
    "import { a } from './a'\nimport { updateTag } from 'next/cache'\n\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'a project module with other names gets a neighbour',
    "import { revalidateTag, keys } from '@/lib/cache';\nimport { z } from 'zod';\n«revalidateTag(keys)»;\n",
    "import { keys } from '@/lib/cache';\nimport { updateTag } from 'next/cache';\nimport { z } from 'zod';\nupdateTag(keys);\n",
    updateTag,
  ],
  [
    'a project module serves the same function',
    "import { revalidateTag } from '@/lib/cache'\n«revalidateTag(a)»\n",
    "import { revalidateTag } from '@/lib/cache'\nrevalidateTag(a, 'max')\n",
    swr,
  ],
  [
    'whatever name the project module gives it',
    "import { expireTag } from '@/lib/cache'\n«expireTag(a)»\n",
    "import { expireTag } from '@/lib/cache'\nexpireTag(a, 'max')\n",
    swr,
  ],
  [
    'whatever name the namespace of a project module gives it',
    "import * as cache from '@/lib/cache'\n«cache.expireTag(a)»\n",
    "import * as cache from '@/lib/cache'\ncache.expireTag(a, 'max')\n",
    swr,
  ],
  [
    'the namespace of an inner module becomes a name of next/cache',
    "import * as inner from 'next/dist/server/web/spec-extension/revalidate'\n«inner.revalidateTag(a)»\n",
    "import { revalidateTag } from 'next/cache'\nrevalidateTag(a, 'max')\n",
    swr,
  ],
  [
    'the namespace of a project module is not asked for more',
    "import * as cache from '@/lib/cache'\n«cache.revalidateTag(a)»\n",
    "import { updateTag } from 'next/cache'\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'next/cache.js stays so',
    "import { revalidateTag } from 'next/cache.js'\n«revalidateTag(a)»\n",
    "import { updateTag } from 'next/cache.js'\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'an inner module becomes next/cache',
    "import { revalidateTag } from 'next/dist/server/web/spec-extension/revalidate'\n«revalidateTag(a)»\n",
    "import { revalidateTag } from 'next/cache'\nrevalidateTag(a, 'max')\n",
    swr,
  ],
  [
    'default and namespace imports need nothing',
    "import cache from 'next/cache'\n«cache.revalidateTag(a)»\n",
    "import cache from 'next/cache'\ncache.updateTag(a)\n",
    updateTag,
  ],
  [
    'a default beside names',
    "import cache, { revalidateTag } from 'next/cache'\n«revalidateTag(a)»\ncache.refresh()\n",
    "import cache, { updateTag } from 'next/cache'\nupdateTag(a)\ncache.refresh()\n",
    updateTag,
  ],
  [
    'a default that loses its names',
    "import { updateTag } from 'next/cache'\nimport cache, { revalidateTag } from 'next/cache'\n«revalidateTag(a)»\ncache.refresh()\n",
    "import { updateTag } from 'next/cache'\nimport cache from 'next/cache'\nupdateTag(a)\ncache.refresh()\n",
    updateTag,
  ],
  [
    'import =',
    "import nc = require('next/cache')\n«nc.revalidateTag(a)»\n",
    "import nc = require('next/cache')\nnc.updateTag(a)\n",
    updateTag,
  ],
  [
    'require',
    "const { revalidateTag } = require('next/cache')\n«revalidateTag(a)»\n",
    "const { updateTag } = require('next/cache')\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'import() inside a function',
    "async function f() {\n  const { revalidateTag, revalidatePath } = await import('next/cache')\n  «revalidateTag(a)»\n  revalidatePath(b)\n}\nasync function g() {\n  const { revalidateTag } = await import('next/cache')\n  «revalidateTag(a)»\n}\n",
    "async function f() {\n  const { updateTag, revalidatePath } = await import('next/cache')\n  updateTag(a)\n  revalidatePath(b)\n}\nasync function g() {\n  const { updateTag } = await import('next/cache')\n  updateTag(a)\n}\n",
    updateTag,
  ],
  [
    'import() with an alias and a rest',
    "const { revalidateTag: expire, ...rest } = await import('next/cache')\n«expire(a)»\n",
    "const { revalidateTag: expire, updateTag, ...rest } = await import('next/cache')\nupdateTag(a)\n",
    updateTag,
  ],
  [
    'import().then',
    "import('next/cache').then(({ revalidateTag }) => «revalidateTag(a)»)\n",
    "import('next/cache').then(({ updateTag }) => updateTag(a))\n",
    updateTag,
  ],
  [
    'a destructuring that nothing uses any more goes',
    "import { updateTag } from 'next/cache'\nasync function f() {\n  const { revalidateTag } = await import('next/cache')\n  «revalidateTag(a)»\n}\n",
    "import { updateTag } from 'next/cache'\nasync function f() {\n  updateTag(a)\n}\n",
    updateTag,
  ],
  [
    'where it goes, lines without semicolons do not join',
    "import { updateTag } from 'next/cache'\nasync function f() {\n  const x = a\n  const { revalidateTag } = await import('next/cache')\n  ;[1].map(x)\n  «revalidateTag(a)»\n}\n",
    "import { updateTag } from 'next/cache'\nasync function f() {\n  const x = a\n  ;[1].map(x)\n  updateTag(a)\n}\n",
    updateTag,
  ],
  [
    'where it goes, a line with a semicolon and one without do not join',
    "import { updateTag } from 'next/cache'\nasync function f() {\n  const x = a\n  const { revalidateTag } = await import('next/cache');\n  [1].map(x)\n  «revalidateTag(a)»\n}\n",
    "import { updateTag } from 'next/cache'\nasync function f() {\n  const x = a\n  ;\n  [1].map(x)\n  updateTag(a)\n}\n",
    updateTag,
  ],
  [
    'where it goes, the rest of its line stays',
    "import { updateTag } from 'next/cache'\nasync function f() { const { revalidateTag } = await import('next/cache'); «revalidateTag(a)»; }\n",
    "import { updateTag } from 'next/cache'\nasync function f() { updateTag(a); }\n",
    updateTag,
  ],
  [
    'two functions out of one',
    "import { revalidateTag } from 'next/cache'\n«revalidateTag(a)»\n«revalidateTag(b)»\n",
    "import { revalidateTag, updateTag } from 'next/cache'\nupdateTag(a)\nrevalidateTag(b, 'max')\n",
    [updateTag, swr],
  ],
]

describe('imports', () => {
  test.each(table)('%s', (_, before, after, edits) => {
    expect(edited(before, edits)).toBe(after)
    expect(edited(before.replaceAll('\n', '\r\n'), edits)).toBe(after.replaceAll('\n', '\r\n'))
  })

  test('in a CommonJS file the new name is required', () => {
    const before = "'use strict'\nconst { revalidateTag, tags } = require('./cache')\n«revalidateTag(tags)»\n"
    expect(edited(before, updateTag, 'lib/cache.cjs')).toBe(
      "'use strict'\nconst { tags } = require('./cache')\nconst { updateTag } = require('next/cache')\nupdateTag(tags)\n",
    )
  })

  test('without any import it goes below shebang, header and directives', () => {
    expect(
      edited(
        '#!/usr/bin/env node\n/* licence */\n\n/** doc */\nexport const f = () => «expire(a)»\n',
        updateTag,
      ),
    ).toBe(
      "#!/usr/bin/env node\n/* licence */\n\nimport { updateTag } from 'next/cache'\n\n/** doc */\nexport const f = () => updateTag(a)\n",
    )
    expect(edited('"use server"\nexport const f = () => «expire(a)»\n', updateTag)).toBe(
      '"use server"\n\nimport { updateTag } from "next/cache"\n\nexport const f = () => updateTag(a)\n',
    )
  })
})

describe('a name that is taken', () => {
  const head = "import { revalidateTag } from 'next/cache'\n"
  const aliased = "import { updateTag as nextUpdateTag } from 'next/cache'\n"
  test.each([
    ['by a function of the module', 'function updateTag() {}\nfunction f() { «revalidateTag(a)» }\n'],
    ['by a type', 'type updateTag = string\n«revalidateTag(a)»\n'],
    ['by a parameter', 'const f = (updateTag) => { «revalidateTag(a)» }\n'],
    ['by a pattern', 'function f({ x: { updateTag } }) { if (b) { «revalidateTag(a)» } }\n'],
    ['by var in a block', 'function f() { if (b) { var updateTag = 1 }; «revalidateTag(a)» }\n'],
    ['by catch', 'try {} catch (updateTag) { «revalidateTag(a)» }\n'],
    ['by a class around', 'const A = class updateTag { m() { «revalidateTag(a)» } }\n'],
    ['by an exported function', 'export async function updateTag(id) { «revalidateTag(id)» }\n'],
    ['by another import', "import { updateTag } from './tags'\n«revalidateTag(a)»; updateTag()\n"],
  ])('%s', (_, body) => {
    const after = body.replace(/«revalidateTag/, 'nextUpdateTag').replace('»', '')
    expect(edited(head + body, updateTag)).toBe(aliased + after)
  })

  test('twice', () => {
    const body = 'const nextUpdateTag = 1, updateTag = 2\n«revalidateTag(a)»\n'
    expect(edited(head + body, updateTag)).toContain('import { updateTag as nextUpdateTag2 }')
  })

  test('elsewhere does not matter', () => {
    const body = 'const f = (updateTag) => updateTag\n«revalidateTag(a)»\n'
    expect(edited(head + body, updateTag)).toBe(
      "import { updateTag } from 'next/cache'\nconst f = (updateTag) => updateTag\nupdateTag(a)\n",
    )
  })

  test('only where the import is hidden', () => {
    const before =
      "import { revalidateTag, updateTag } from 'next/cache'\n«revalidateTag(a)»\nconst f = (updateTag) => { «revalidateTag(b)» }\n"
    expect(edited(before, updateTag)).toBe(
      "import { updateTag, updateTag as nextUpdateTag } from 'next/cache'\nupdateTag(a)\nconst f = (updateTag) => { nextUpdateTag(b) }\n",
    )
  })
})

describe('rename', () => {
  const table: [string, string, string][] = [
    [
      'the specifier and all references, shadowed ones apart',
      "import { «unstable_cacheTag» } from 'next/cache'\nunstable_cacheTag(a)\nconst o = { unstable_cacheTag }\nconst f = (unstable_cacheTag) => unstable_cacheTag\nexport { unstable_cacheTag }\ntype T = typeof unstable_cacheTag\n",
      "import { cacheTag } from 'next/cache'\ncacheTag(a)\nconst o = { unstable_cacheTag: cacheTag }\nconst f = (unstable_cacheTag) => unstable_cacheTag\nexport { cacheTag as unstable_cacheTag }\ntype T = typeof cacheTag\n",
    ],
    [
      'an alias that is the new name',
      "import { «unstable_cacheTag» as cacheTag } from 'next/cache'\ncacheTag(a)\n",
      "import { cacheTag } from 'next/cache'\ncacheTag(a)\n",
    ],
    [
      'another alias',
      "import { «unstable_cacheTag» as tagIt } from 'next/cache'\ntagIt(a)\n",
      "import { cacheTag as tagIt } from 'next/cache'\ntagIt(a)\n",
    ],
    [
      'a reference by alias',
      "import { unstable_cacheTag as cacheTag } from 'next/cache'\n«cacheTag»(a)\ncacheTag(b)\n",
      "import { cacheTag } from 'next/cache'\ncacheTag(a)\ncacheTag(b)\n",
    ],
    [
      'references alone',
      "import { unstable_cacheTag } from 'next/cache'\n«unstable_cacheTag»(a)\n«unstable_cacheTag»(b)\n",
      "import { cacheTag } from 'next/cache'\ncacheTag(a)\ncacheTag(b)\n",
    ],
    [
      'specifier and references',
      "import { «unstable_cacheTag» } from 'next/cache'\n«unstable_cacheTag»(a)\n",
      "import { cacheTag } from 'next/cache'\ncacheTag(a)\n",
    ],
    [
      'one reference of two',
      "import { unstable_cacheTag } from 'next/cache'\n«unstable_cacheTag»(a)\nunstable_cacheTag(b)\n",
      "import { unstable_cacheTag, cacheTag } from 'next/cache'\ncacheTag(a)\nunstable_cacheTag(b)\n",
    ],
    [
      'beside the new name',
      "import { cacheTag, «unstable_cacheTag» } from 'next/cache'\ncacheTag(a)\nunstable_cacheTag(b)\n",
      "import { cacheTag } from 'next/cache'\ncacheTag(a)\ncacheTag(b)\n",
    ],
    [
      'an import that nothing uses',
      "import { «unstable_cacheTag» } from 'next/cache'\n",
      "import { cacheTag } from 'next/cache'\n",
    ],
    [
      'an inner module with the same name',
      "import { «cacheTag» } from 'next/dist/server/use-cache/cache-tag'\ncacheTag(a)\n",
      "import { cacheTag } from 'next/cache'\ncacheTag(a)\n",
    ],
    [
      'an inner module beside next/cache',
      "import { revalidatePath } from 'next/cache'\nimport { unstable_cacheTag } from 'next/dist/server/use-cache/cache-tag'\n«unstable_cacheTag»(a); revalidatePath\n",
      "import { revalidatePath, cacheTag } from 'next/cache'\ncacheTag(a); revalidatePath\n",
    ],
    [
      'an inner module through an alias',
      "import { unstable_cacheTag as cacheTag } from 'next/dist/server/use-cache/cache-tag'\n«cacheTag»(a)\n",
      "import { cacheTag } from 'next/cache'\ncacheTag(a)\n",
    ],
    [
      'a member',
      "import * as cache from 'next/cache'\ncache.«unstable_cacheTag»(a)\n",
      "import * as cache from 'next/cache'\ncache.cacheTag(a)\n",
    ],
    [
      'a re-export keeps its outer name',
      "export { «unstable_cacheTag», revalidateTag } from 'next/cache'\n",
      "export { cacheTag as unstable_cacheTag, revalidateTag } from 'next/cache'\n",
    ],
    [
      'a re-export with alias',
      "export { «unstable_cacheTag» as cacheTag } from 'next/cache'\n",
      "export { cacheTag } from 'next/cache'\n",
    ],
    [
      'a destructuring',
      "const { «unstable_cacheTag» } = await import('next/cache')\nunstable_cacheTag(a)\n",
      "const { cacheTag } = await import('next/cache')\ncacheTag(a)\n",
    ],
    [
      'a destructuring with alias',
      "const { «unstable_cacheTag»: tagIt } = await import('next/cache')\ntagIt(a)\n",
      "const { cacheTag: tagIt } = await import('next/cache')\ntagIt(a)\n",
    ],
    [
      'a key of a mock',
      "vi.mock('next/cache', () => ({ «unstable_cacheTag»: vi.fn() }))\n",
      "vi.mock('next/cache', () => ({ cacheTag: vi.fn() }))\n",
    ],
    [
      'a local of the new name',
      "import { «unstable_cacheTag» } from 'next/cache'\nfunction f(cacheTag) { unstable_cacheTag(cacheTag) }\n",
      "import { cacheTag as nextCacheTag } from 'next/cache'\nfunction f(cacheTag) { nextCacheTag(cacheTag) }\n",
    ],
  ]
  test.each(table)('%s', (_, before, after) => {
    expect(edited(before, rename('cacheTag'))).toBe(after)
  })

  test('a call and a rename in one file', () => {
    const before =
      "import { unstable_expireTag as expireTag, unstable_cacheTag as cacheTag } from 'next/cache'\n«cacheTag»(a)\n«expireTag(a)»\n"
    expect(edited(before, [rename('cacheTag'), call('updateTag')])).toBe(
      "import { cacheTag, updateTag } from 'next/cache'\ncacheTag(a)\nupdateTag(a)\n",
    )
  })
})
