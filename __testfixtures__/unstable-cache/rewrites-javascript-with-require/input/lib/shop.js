const { unstable_cache } = require('next/cache')

const getShops = unstable_cache(async (country) => {
  const response = await fetch(`https://shops.example/${country}`)
  return response.json()
}, ['shops'], { tags: ['shops'] })

async function getShop(id) {
  const shop = await unstable_cache(
    async () => {
      const response = await fetch(`https://shops.example/by-id/${id}`)
      return response.json()
    },
    ['shop', id],
    { tags: ['shops', `shop-${id}`], revalidate: 300 },
  )()
  return { ...shop, id }
}

export { getShop, getShops }
