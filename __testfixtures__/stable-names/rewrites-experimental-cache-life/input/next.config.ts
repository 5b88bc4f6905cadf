import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  reactStrictMode: true,
  experimental: {
    cacheComponents: true, // since May
    // Prices change twice an hour.
    cacheLife: {
      prices: {
        revalidate: 1800,
        expire: 3600,
      },
    },
  },
  poweredByHeader: false,
}

export default nextConfig
