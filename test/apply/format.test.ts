import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { type FormatMode, formatChanges } from '../../src/apply/format/index.js'
import { packageRoot } from '../../src/config/package-root.js'
import type { FileChange } from '../../src/plan/types.js'
import { openWorkspace } from '../../src/workspace/index.js'
import { type Project, project } from '../cli/fake.js'

// Every test starts formatters; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

const file = 'app/actions.ts'
const clean = "export const a = ['one', 'two']\n"
const long = `export const a = ['${'one'.repeat(20)}', '${'two'.repeat(20)}']\n`
const laidOut = `export const a = [\n  '${'one'.repeat(20)}',\n  '${'two'.repeat(20)}',\n]\n`

const change = (over: Partial<FileChange> = {}): FileChange => ({
  file,
  before: clean,
  after: long,
  decisions: [],
  ...over,
})

const manifest = '{ "name": "app", "dependencies": { "next": "16.0.1" } }\n'
const prettierRc = '{ "semi": false, "singleQuote": true }\n'
const biomeJson = JSON.stringify({
  formatter: { indentStyle: 'space', lineWidth: 80 },
  javascript: { formatter: { quoteStyle: 'single', semicolons: 'asNeeded' } },
})

function app(files: Record<string, string>, git = true): Project {
  return project({
    git,
    files: { 'package.json': manifest, '.gitignore': 'node_modules\n', [file]: clean, ...files },
  })
}

/** Packages of this project as if they had been installed in the folder. */
function install(root: string, ...names: string[]): void {
  for (const name of names) {
    const place = join(root, 'node_modules', name)
    mkdirSync(join(place, '..'), { recursive: true })
    symlinkSync(join(packageRoot(), 'node_modules', name), place, 'junction')
  }
}

async function formatted(root: string, changes = [change()], mode: FormatMode = 'auto') {
  const made = await formatChanges(openWorkspace({ paths: [root] }), changes, mode)
  return { texts: made.changes.map(({ after }) => after), notes: made.notes }
}

describe('a file that was clean is clean afterwards', () => {
  test.each([
    ['.prettierrc', prettierRc],
    ['.prettierrc.yaml', 'semi: false\nsingleQuote: true\n'],
    ['.prettierrc.toml', 'semi = false\nsingleQuote = true\n'],
    ['prettier.config.mjs', '/** @type {object} */\nexport default { semi: false, singleQuote: true }\n'],
    ['prettier.config.cjs', 'const config = { semi: false, singleQuote: true }\nmodule.exports = config\n'],
    ['package.json', '{ "name": "app", "prettier": { "semi": false, "singleQuote": true } }\n'],
  ])('under Prettier with %s', async (config, text) => {
    const { root } = app({ [config]: text, 'next.config.js': '' })
    install(root, 'prettier')
    expect(await formatted(root)).toEqual({ texts: [laidOut], notes: [] })
  })

  test('under Prettier without a config, by its defaults and .editorconfig', async () => {
    const dependsOn = '{ "name": "app", "devDependencies": { "prettier": "3" } }\n'
    const { root } = app({
      'package.json': dependsOn,
      '.editorconfig': '[*]\nindent_size = 4\nindent_style = space\n',
    })
    install(root, 'prettier')
    const double = (text: string): string => text.replaceAll("'", '"').replace(/\]\n$/, '];\n')
    const changes = [change({ before: double(clean), after: double(long) })]
    const { texts } = await formatted(root, changes)
    expect(texts).toEqual([double(laidOut).replaceAll('  "', '    "')])
  })

  test('under Biome', async () => {
    const { root } = app({ 'biome.json': biomeJson })
    install(root, '@biomejs/biome')
    expect(await formatted(root)).toEqual({ texts: [laidOut], notes: [] })
  })

  test('under Biome, many files at once, each as its own folder says', async () => {
    const inner = '{ "root": false, "extends": "//", "formatter": { "indentWidth": 4 } }'
    const names = Array.from({ length: 8 }, (_, index) => `app/page${index}.tsx`)
    const { root } = app({
      'biome.json': biomeJson.replace('{', '{"files":{"includes":["**","!app/page6.tsx"]},'),
      'packages/ui/biome.json': inner,
      'packages/ui/a.ts': clean,
    })
    install(root, '@biomejs/biome')
    const unclean = 'export const a = [ 1 ]\n'
    const changes = names.map((name, index) => change({ file: name, before: index === 5 ? unclean : clean }))
    const { texts, notes } = await formatted(root, changes)
    expect(notes).toEqual([])
    expect(texts).toEqual(names.map((_, index) => (index === 5 || index === 6 ? long : laidOut)))
  })

  test('under Biome, many files with a config that a copy does not have', async () => {
    const { root } = app({
      'biome.json': '{ "extends": ["./config/base.json"] }',
      'config/base.json': biomeJson,
    })
    install(root, '@biomejs/biome')
    const changes = Array.from({ length: 8 }, (_, index) => change({ file: `app/page${index}.tsx` }))
    expect((await formatted(root, changes)).texts).toEqual(changes.map(() => laidOut))
  })

  test('each package of a workspace by its own config', async () => {
    const other = 'packages/ui/cache.ts'
    const { root } = app({
      '.prettierrc': prettierRc,
      'packages/ui/.prettierrc': '{ "semi": false, "singleQuote": true, "tabWidth": 4 }',
      [other]: clean,
    })
    install(root, 'prettier')
    const { texts } = await formatted(root, [change(), change({ file: other })])
    expect(texts).toEqual([laidOut, laidOut.replaceAll("  '", "    '")])
  })
})

describe('a file keeps its text', () => {
  test('where it was not clean', async () => {
    const { root } = app({ '.prettierrc': prettierRc })
    install(root, 'prettier')
    const changes = [change({ before: 'export const a = [ 1 ]\n' })]
    expect(await formatted(root, changes)).toEqual({ texts: [long], notes: [] })
  })

  test('where it was not clean under Biome', async () => {
    const { root } = app({ 'biome.json': biomeJson })
    install(root, '@biomejs/biome')
    const changes = [change({ before: 'export const a = [ 1 ]\n' })]
    expect(await formatted(root, changes)).toEqual({ texts: [long], notes: [] })
  })

  test('where Prettier is told to ignore it', async () => {
    const { root } = app({ '.prettierrc': prettierRc, '.prettierignore': 'app/\n' })
    install(root, 'prettier')
    expect(await formatted(root)).toEqual({ texts: [long], notes: [] })
  })

  test('where nothing is configured, though it is installed', async () => {
    const { root } = app({})
    install(root, 'prettier', '@biomejs/biome')
    expect(await formatted(root)).toEqual({ texts: [long], notes: [] })
  })

  test('where nothing is installed', async () => {
    const { root } = app({ '.prettierrc': prettierRc, 'biome.json': biomeJson })
    expect(await formatted(root)).toEqual({ texts: [long], notes: [] })
  })

  test('with --format none', async () => {
    const { root } = app({ '.prettierrc': prettierRc })
    install(root, 'prettier')
    expect(await formatted(root, [change()], 'none')).toEqual({ texts: [long], notes: [] })
  })

  test('where the formatter fails, which is said in one line', async () => {
    const { root } = app({ '.prettierrc': '{ "printWidth": "no-such-width" }\n' })
    install(root, 'prettier')
    const { texts, notes } = await formatted(root)
    expect(texts).toEqual([long])
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(
      /^prettier failed, so 1 file keeps the layout that retag gave: .*no-such-width.*\.$/,
    )
  })

  test('where the package is no formatter', async () => {
    const { root } = app({ '.prettierrc': prettierRc })
    mkdirSync(join(root, 'node_modules/prettier'), { recursive: true })
    writeFileSync(join(root, 'node_modules/prettier/package.json'), '{ "main": "gone.js" }')
    const { texts, notes } = await formatted(root)
    expect(texts).toEqual([long])
    expect(notes[0]).toMatch(/^prettier failed, so 1 file keeps/)
  })
})

describe('code of the repository is run only where a person trusts it', () => {
  const computed = "module.exports = { semi: false, singleQuote: !!'yes' }\n"

  test('a config that has to be run', async () => {
    const { root } = app({ 'prettier.config.cjs': computed })
    install(root, 'prettier')
    const { texts, notes } = await formatted(root)
    expect(texts).toEqual([long])
    expect(notes).toEqual([
      'prettier is not run: prettier.config.cjs would have to be run for it. Use --format trust to run it all the same.',
    ])
    expect(await formatted(root, [change()], 'trust')).toEqual({ texts: [laidOut], notes: [] })
  })

  test('a config that is the name of a package', async () => {
    const { root } = app({
      'package.json': '{ "name": "app", "prettier": "./mine.cjs" }\n',
      'mine.cjs': computed,
    })
    install(root, 'prettier')
    expect((await formatted(root)).texts).toEqual([long])
    expect(await formatted(root, [change()], 'trust')).toEqual({ texts: [laidOut], notes: [] })
  })

  test('plug-ins are left out, the rest of the config counts', async () => {
    const plugin = "require('node:fs').writeFileSync('ran', '')\nmodule.exports = {}\n"
    const config = '{ "semi": false, "singleQuote": true, "plugins": ["./plugin.cjs"] }'
    const made = app({ '.prettierrc': config, 'plugin.cjs': plugin })
    install(made.root, 'prettier')
    expect(await formatted(made.root)).toEqual({ texts: [laidOut], notes: [] })
    expect(() => made.read('ran')).toThrow('ENOENT')
    expect(await formatted(made.root, [change()], 'trust')).toEqual({ texts: [laidOut], notes: [] })
    expect(made.read('ran')).toBe('')
  })

  test('a package that came with the repository', async () => {
    const { root, git } = app({ '.prettierrc': prettierRc })
    mkdirSync(join(root, 'node_modules/prettier'), { recursive: true })
    writeFileSync(join(root, 'node_modules/prettier/package.json'), '{ "main": "index.js" }')
    writeFileSync(join(root, 'node_modules/prettier/index.js'), 'throw new Error("ran")')
    git('add', '-f', 'node_modules')
    git('commit', '-qm', 'theirs')
    const { texts, notes } = await formatted(root)
    expect(texts).toEqual([long])
    expect(notes[0]).toContain('git holds files of node_modules')
  })

  test('a link from node_modules to a package of the workspace', async () => {
    const { root } = app({
      '.prettierrc': prettierRc,
      'packages/prettier/package.json': '{ "name": "prettier" }',
    })
    mkdirSync(join(root, 'node_modules'))
    symlinkSync(join(root, 'packages/prettier'), join(root, 'node_modules/prettier'), 'junction')
    expect((await formatted(root)).notes[0]).toContain('its package is source of this repository')
  })

  test('no git: nobody can tell', async () => {
    const { root } = app({ '.prettierrc': prettierRc }, false)
    install(root, 'prettier')
    expect((await formatted(root)).notes[0]).toContain('without git')
    expect((await formatted(root, [change()], 'trust')).texts).toEqual([laidOut])
  })
})
