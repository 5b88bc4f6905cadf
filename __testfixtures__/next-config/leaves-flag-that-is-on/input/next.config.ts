import type { NextConfig } from 'next'

export default { experimental: { useCache: true } } satisfies NextConfig
