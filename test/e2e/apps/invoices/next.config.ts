import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  experimental: { useCache: true },
  // The copies of this app link to a node_modules elsewhere; Turbopack follows links only below its root.
  turbopack: { root: process.env.TURBOPACK_ROOT },
}

export default nextConfig
