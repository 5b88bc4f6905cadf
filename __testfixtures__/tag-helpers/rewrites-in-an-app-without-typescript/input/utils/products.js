export async function getProducts() {
  const response = await fetch('https://shop.example/products', {
    cache: 'force-cache',
    next: { tags: ['products'] },
  })
  return response.json()
}

export async function getProduct(id) {
  const response = await fetch(`https://shop.example/products/${id}`, {
    cache: 'force-cache',
    next: { tags: ['products', `product:${id}`] },
  })
  return response.json()
}
