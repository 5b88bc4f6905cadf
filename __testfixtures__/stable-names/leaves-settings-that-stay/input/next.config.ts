import createPlugin from '@acme/next-plugin'
import type { NextConfig } from 'next'

const withPlugin = createPlugin({ experimental: { cacheLife: {}, dynamicIO: true } })

const nextConfig: NextConfig = {
  cacheComponents: true,
  cacheLife: { hourly: { revalidate: 3600 } },
  experimental: { typedEnv: true },
  env: { dynamicIO: 'on' },
}

export default withPlugin(nextConfig)
