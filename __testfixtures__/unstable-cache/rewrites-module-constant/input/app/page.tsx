import { getBrands, getColors, getSizes, getTopProducts, searchProducts } from '../lib/products'

export default async function Page() {
  const [found, ...lists] = await Promise.all([
    searchProducts('shoe'),
    getTopProducts(),
    getBrands(),
    getSizes(),
    getColors(),
  ])
  return <p>{found.length + lists.flat().length}</p>
}
