import type { RetagConfig } from './types.js'

/**
 * Types a `retag.config.ts`; returns its argument.
 *
 * @example
 * export default defineConfig({ contexts: { 'src/jobs/**': 'script' } })
 */
export function defineConfig(config: RetagConfig): RetagConfig {
  return config
}
