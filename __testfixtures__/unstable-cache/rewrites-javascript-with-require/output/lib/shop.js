const { cacheLife, cacheTag } = require('next/cache')

async function getShops(country) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('shops')
  const response = await fetch(`https://shops.example/${country}`)
  return response.json()
}

async function getCachedShop(id) {
  'use cache'
  cacheLife({ revalidate: 300 })
  cacheTag('shops', `shop-${id}`)
  const response = await fetch(`https://shops.example/by-id/${id}`)
  return response.json()
}

async function getShop(id) {
  const shop = await getCachedShop(id)
  return { ...shop, id }
}

export { getShop, getShops }
