import { describe, expect, it } from 'vitest'
import { lowestMajor } from '../../src/workspace/version.js'

describe('the lowest major version', () => {
  it.each<[string, number | null]>([
    ['15.5.8', 15],
    ['^15.5.5', 15],
    ['~14', 14],
    ['v16.0.0', 16],
    ['=13.1.0', 13],
    ['15.x', 15],
    ['16.3.0-canary.12', 16],
    ['>=14.2.0 <16', 14],
    ['>= 14', 14],
    ['<17 >=15', 15],
    ['^14.2.21 || ^15.1.2', 14],
    ['15 || 14 || 16', 14],
    ['14.0.0 - 16.0.0', 14],
    ['npm:next@^15.0.0', 15],
    ['npm:@acme/next@16.0.0', 16],
    ['workspace:^15.0.0', 15],
    ['latest', null],
    ['canary', null],
    ['*', null],
    ['', null],
    ['<16', null],
    ['^14 || *', null],
    ['catalog:', null],
    ['workspace:*', null],
    ['https://example.com/next-15.0.0.tgz', null],
    ['file:../next', null],
    ['github:vercel/next.js#v15.0.0', null],
  ])('of %j is %j', (range, major) => {
    expect(lowestMajor(range)).toBe(major)
  })
})
