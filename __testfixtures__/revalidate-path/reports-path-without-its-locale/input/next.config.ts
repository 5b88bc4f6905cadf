import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  experimental: { useCache: true },
}

export default nextConfig
