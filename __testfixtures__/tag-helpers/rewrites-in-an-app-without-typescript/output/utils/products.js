import { productTags } from '../lib/tags'

export async function getProducts() {
  const response = await fetch('https://shop.example/products', {
    cache: 'force-cache',
    next: { tags: [productTags.list()] },
  })
  return response.json()
}

export async function getProduct(id) {
  const response = await fetch(`https://shop.example/products/${id}`, {
    cache: 'force-cache',
    next: { tags: [productTags.list(), productTags.record(id)] },
  })
  return response.json()
}
