import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  basePath: '/docs',
  experimental: { useCache: true },
}

export default nextConfig
