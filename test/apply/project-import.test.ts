import { describe, expect, test } from 'vitest'
import { edited, expression } from './marked.js'

const from = '@/lib/tags'
const list = expression('postTags.list()', [{ name: 'postTags', from }])
const both = expression('both(postTags.list(), userTags.record(id))', [
  { name: 'both', from: './both' },
  { name: 'postTags', from },
  { name: 'userTags', from },
])

/** The file before the marked use, and what it becomes. */
const cases: [string, string, string, string?][] = [
  ['no import', '', "import { postTags } from '@/lib/tags'\n\n"],
  ['directive', "'use server'\n\n", "'use server'\n\nimport { postTags } from '@/lib/tags'\n\n"],
  ['a licence', '/* Licence */\n\n', "/* Licence */\n\nimport { postTags } from '@/lib/tags'\n\n"],
  [
    'another import',
    "import { db } from '@/db'\n\n",
    "import { db } from '@/db'\nimport { postTags } from '@/lib/tags'\n\n",
  ],
  [
    'double quotes and semicolons',
    'import { a } from "a";\nimport { db } from "@/db";\n\n',
    'import { a } from "a";\nimport { db } from "@/db";\nimport { postTags } from "@/lib/tags";\n\n',
  ],
  [
    'the same module',
    "import { userTags } from '@/lib/tags'\n\n",
    "import { userTags, postTags } from '@/lib/tags'\n\n",
  ],
  [
    'a sorted import',
    "import { orgTags, userTags } from '@/lib/tags'\n\n",
    "import { orgTags, postTags, userTags } from '@/lib/tags'\n\n",
  ],
  [
    'the name itself',
    "import { postTags } from '@/lib/tags'\n\n",
    "import { postTags } from '@/lib/tags'\n\n",
  ],
  [
    'an alias',
    "import { postTags as tags } from '@/lib/tags'\n\n",
    "import { postTags as tags } from '@/lib/tags'\n\n",
    'tags.list()',
  ],
  [
    'an import of types',
    "import type { Tag } from '@/lib/tags'\n\n",
    "import type { Tag } from '@/lib/tags'\nimport { postTags } from '@/lib/tags'\n\n",
  ],
  [
    'the name as a type',
    "import { type postTags, x } from '@/lib/tags'\n\n",
    "import { type postTags, postTags as postTags2, x } from '@/lib/tags'\n\n",
    'postTags2.list()',
  ],
  [
    'a default import',
    "import tags from '@/lib/tags'\n\n",
    "import tags from '@/lib/tags'\nimport { postTags } from '@/lib/tags'\n\n",
  ],
  [
    'a namespace import',
    "import * as tags from '@/lib/tags'\n\n",
    "import * as tags from '@/lib/tags'\nimport { postTags } from '@/lib/tags'\n\n",
  ],
  [
    'a name that is taken',
    "import { db } from '@/db'\n\nconst postTags = db.tags\n",
    "import { db } from '@/db'\nimport { postTags as postTags2 } from '@/lib/tags'\n\nconst postTags = db.tags\n",
    'postTags2.list()',
  ],
  [
    'the same name of another module',
    "import { postTags } from './mine'\n\n",
    "import { postTags } from './mine'\nimport { postTags as postTags2 } from '@/lib/tags'\n\n",
    'postTags2.list()',
  ],
  [
    'an import below code',
    "import { db } from '@/db'\nconst a = 1\nimport b from 'b'\n\n",
    "import { db } from '@/db'\nimport { postTags } from '@/lib/tags'\nconst a = 1\nimport b from 'b'\n\n",
  ],
]

describe('a file with', () => {
  test.each(cases)('%s', (_, before, after, text = 'postTags.list()') => {
    const use = (tag: string): string => `export const all = () => [${tag}]\n`
    expect(edited(before + use("«'posts'»"), list)).toBe(after + use(text))
  })
})

test('one import serves all uses', () => {
  const source = "import { a } from 'a'\n\nexport const x = [«'posts'», «'posts'»]\n"
  expect(edited(source, list)).toBe(
    "import { a } from 'a'\nimport { postTags } from '@/lib/tags'\n\nexport const x = [postTags.list(), postTags.list()]\n",
  )
})

test('names of several modules', () => {
  const source = "import { a } from 'a'\n\nexport const x = (id) => a(«'posts'»)\n"
  expect(edited(source, both)).toBe(
    "import { a } from 'a'\nimport { both } from './both'\nimport { postTags, userTags } from '@/lib/tags'\n\nexport const x = (id) => a(both(postTags.list(), userTags.record(id)))\n",
  )
})

test('a local name of the same spelling gets an import under another one', () => {
  const source = "import { a } from 'a'\n\nexport const x = (postTags) => a(«'posts'», postTags)\n"
  expect(edited(source, list)).toBe(
    "import { a } from 'a'\nimport { postTags as postTags2 } from '@/lib/tags'\n\nexport const x = (postTags) => a(postTags2.list(), postTags)\n",
  )
})

test('CommonJS', () => {
  const source = "const { db } = require('./db')\n\nmodule.exports = () => [«'posts'»]\n"
  expect(
    edited(source, expression('postTags.list()', [{ name: 'postTags', from: './tags' }]), 'lib/a.js'),
  ).toBe(
    "const { db } = require('./db')\nconst { postTags } = require('./tags')\n\nmodule.exports = () => [postTags.list()]\n",
  )
})

test('CRLF stays', () => {
  const source = "import { a } from 'a'\r\n\r\nexport const x = [«'posts'»]\r\n"
  expect(edited(source, list)).toBe(
    "import { a } from 'a'\r\nimport { postTags } from '@/lib/tags'\r\n\r\nexport const x = [postTags.list()]\r\n",
  )
})
