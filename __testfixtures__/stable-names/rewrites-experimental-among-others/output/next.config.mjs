import createPlugin from '@acme/next-plugin'

const withPlugin = createPlugin({ experimental: { cacheLife: {} } })

export default withPlugin({
  // ten minutes
  cacheLife: { reports: { revalidate: 600 } },
  // Under test.
  experimental: {
    optimizePackageImports: ['lodash'],
    typedEnv: true,
  },
})
