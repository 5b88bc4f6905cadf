import { productsFor } from './products'

export async function loadCatalog({ region }: { region: string }) {
  const products = await productsFor(region)
  return products.filter(({ hidden }) => !hidden)
}
