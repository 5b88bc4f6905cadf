import createPlugin from '@acme/next-plugin'

const withPlugin = createPlugin({ experimental: { cacheLife: {} } })

export default withPlugin({
  // Under test.
  experimental: {
    optimizePackageImports: ['lodash'],
    cacheLife: { reports: { revalidate: 600 } }, // ten minutes
    typedEnv: true,
  },
})
