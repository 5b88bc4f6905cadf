import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  reactStrictMode: true,
  // since May
  cacheComponents: true,
  // Prices change twice an hour.
  cacheLife: {
    prices: {
      revalidate: 1800,
      expire: 3600,
    },
  },
  poweredByHeader: false,
}

export default nextConfig
