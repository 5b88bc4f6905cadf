import { describe, expect, test } from 'vitest'
import { checkProfiles, mergeChoices, rebaseGlob, rebaseGlobs } from '../../src/config/merge.js'
import { defaultChoices } from '../../src/config/types.js'
import { globMatcher, UsageError } from '../../src/workspace/index.js'

describe('mergeChoices', () => {
  test('nothing given: the defaults', () => {
    expect(mergeChoices({}, {})).toEqual(defaultChoices)
  })

  test('the config gives profiles and contexts in its own order', () => {
    const choices = mergeChoices(
      { profiles: { 'b/**': 'hours', 'a/**': 'expire-0' }, contexts: { 'jobs/**': 'script' } },
      {},
    )
    expect(choices.profiles).toEqual([
      { glob: 'b/**', profile: 'hours' },
      { glob: 'a/**', profile: 'expire-0' },
    ])
    expect(choices.contexts).toEqual([{ glob: 'jobs/**', context: 'script' }])
  })

  test('--profile replaces the whole map', () => {
    const choices = mergeChoices({ profiles: { '**': 'hours' } }, { profile: 'expire-0' })
    expect(choices).toMatchObject({ profile: 'expire-0', profiles: [] })
  })

  test('what becomes of unstable_cache and the flag that it needs', () => {
    const choices = mergeChoices({}, { unstableCache: 'all', useCacheFlag: 'none' })
    expect(choices).toMatchObject({ unstableCache: 'all', useCacheFlag: 'none' })
    expect(mergeChoices({}, {})).toMatchObject({ unstableCache: 'cookies', useCacheFlag: 'useCache' })
  })

  test('transforms are taken once', () => {
    const flags = { transform: ['stable-names', 'stable-names'], skip: ['test-doubles'] }
    expect(mergeChoices({}, flags)).toMatchObject({ transforms: ['stable-names'], skip: ['test-doubles'] })
  })

  test.each([
    [
      { transform: ['src'] },
      'No transform is called "src". Valid for --transform: revalidate-tag, stable-names',
    ],
    [{ skip: ['tags'] }, 'No transform is called "tags". Valid for --skip: revalidate-tag'],
    [{ mixed: 'both' }, '--mixed cannot be "both". Valid: expire-0, max, review.'],
    [{ unstableCache: 'some' }, '--unstable-cache cannot be "some". Valid: cookies, all.'],
    [{ useCacheFlag: 'ppr' }, '--use-cache-flag cannot be "ppr". Valid: useCache, cacheComponents, none.'],
    [{ transform: ['stable-names'], skip: ['stable-names'] }, 'No transform is left to run.'],
  ])('%o is refused', (flags, message) => {
    expect(() => mergeChoices({}, flags)).toThrow(UsageError)
    expect(() => mergeChoices({}, flags)).toThrow(message)
  })
})

describe('checkProfiles', () => {
  const apps = [{ cacheProfiles: ['blog'] }, { cacheProfiles: [] }]

  test('takes built-in profiles and those of any app', () => {
    for (const profile of ['max', 'expire-0', 'days', 'blog']) {
      expect(() => checkProfiles({ ...defaultChoices, profile }, apps)).not.toThrow()
    }
  })

  test('refuses others, from the flag and from the map, and lists the valid ones', () => {
    const wrong = { ...defaultChoices, profiles: [{ glob: '**', profile: 'blogs' }] }
    expect(() => checkProfiles(wrong, apps)).toThrow(
      'No profile is called "blogs". Use one of max, expire-0, default, seconds, minutes, hours, days, weeks, blog, or declare it',
    )
    expect(() => checkProfiles({ ...defaultChoices, profile: 'blog' }, [])).toThrow(UsageError)
  })
})

describe('globs of a config below the root', () => {
  test.each([
    ['src/**', '', 'src/**'],
    ['src/**', 'apps/web', 'apps/web/src/**'],
    ['./src/**', 'apps/web', 'apps/web/src/**'],
    ['!src/x.ts', 'apps/web', '!apps/web/src/x.ts'],
    ['*.gen.ts', 'apps/web', 'apps/web/**/*.gen.ts'],
    ['legacy/', 'apps/web', 'apps/web/**/legacy/'],
  ])('%s in "%s" is %s', (glob, prefix, expected) => {
    expect(rebaseGlob(glob, prefix)).toBe(expected)
  })

  test('they match below the config only', () => {
    const matches = globMatcher([rebaseGlob('*.gen.ts', 'apps/web')])
    expect(matches('apps/web/a.gen.ts')).toBe(true)
    expect(matches('apps/web/x/y/a.gen.ts')).toBe(true)
    expect(matches('apps/docs/a.gen.ts')).toBe(false)
  })

  test('profiles and contexts move together', () => {
    const choices = mergeChoices({ profiles: { 'a/**': 'max' }, contexts: { 'b/**': 'script' } }, {})
    expect(rebaseGlobs(choices, 'apps/web')).toMatchObject({
      profiles: [{ glob: 'apps/web/a/**' }],
      contexts: [{ glob: 'apps/web/b/**' }],
    })
  })
})
