import { expect, test } from 'vitest'
import { findings, findingUrl, makeFinding, transforms } from '../../src/plan/catalogue.js'

test('ids are unique and can stand in a link', () => {
  const ids = [...transforms, ...findings].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test('titles and help are sentences', () => {
  for (const { title, help } of [...transforms, ...findings]) {
    expect(title).toMatch(/\.$/)
    expect(help).toMatch(/\.$/)
  }
})

test('a finding takes severity, link and, unless told otherwise, its words from the catalogue', () => {
  const place = { file: 'app/page.tsx', line: 2, column: 3 }
  const made = makeFinding('mixed-profile', place, { message: 'Here.' })
  expect(made).toEqual({
    id: 'mixed-profile',
    severity: 'warning',
    ...place,
    message: 'Here.',
    help: findings.find(({ id }) => id === 'mixed-profile')?.help,
    url: findingUrl('mixed-profile'),
  })
})
