import createPlugin from '@acme/next-plugin'
import type { NextConfig } from 'next'

const withPlugin = createPlugin({ experimental: {} })

const nextConfig: NextConfig = {
  reactStrictMode: true,
  experimental: {
    // Since the last release.
    typedEnv: true,
  },
}

export default process.env.PLAIN ? nextConfig : withPlugin(nextConfig)
