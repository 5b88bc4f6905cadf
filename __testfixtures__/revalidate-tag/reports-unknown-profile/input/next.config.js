module.exports = {
  cacheComponents: true,
  cacheLife: { editorial: { revalidate: 60 } },
}
