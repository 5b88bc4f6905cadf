export default { test: { setupFiles: ['./vitest.setup.ts'] } }
