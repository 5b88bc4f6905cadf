const nextConfig = {
  experimental: { cacheLife: { hourly: { revalidate: 3600 } } },
}

if (process.env.SITE) {
  nextConfig.experimental.serverActions = { allowedOrigins: [process.env.SITE] }
}

export default nextConfig
