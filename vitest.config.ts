import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Fixtures and the example hold tests of their own, which are material here.
    include: ['test/**/*.test.ts'],
    // Some tests start the real program, which takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
