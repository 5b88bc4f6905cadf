import { expect, onTestFinished, test, vi } from 'vitest'
import { start } from '../../src/cli/start.js'

test('a current folder that is gone is bad usage', async () => {
  const { exitCode } = process
  onTestFinished(() => {
    vi.restoreAllMocks()
    process.exitCode = exitCode
  })
  vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error('uv_cwd'), { code: 'ENOENT' })
  })
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await start()
  expect(process.exitCode).toBe(2)
  expect(write.mock.calls).toEqual([
    ['retag: the current folder is no longer there. Change to another one and run again.\n'],
  ])
})
