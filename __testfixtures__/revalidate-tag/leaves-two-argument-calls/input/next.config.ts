import type { NextConfig } from 'next'

const config: NextConfig = {
  cacheComponents: true,
  cacheLife: { catalog: { revalidate: 600 } },
}

export default config
