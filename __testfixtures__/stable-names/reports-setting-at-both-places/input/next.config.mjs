import { shared } from '@acme/next-config'

const nextConfig = {
  cacheComponents: true,
  cacheLife: { hourly: { revalidate: 3600 } },
  experimental: {
    cacheLife: { daily: { revalidate: 86400 } },
    dynamicIO: true,
  },
}

export default (phase) => (phase === 'phase-export' ? { ...shared, experimental: { cacheLife: {} } } : nextConfig)
