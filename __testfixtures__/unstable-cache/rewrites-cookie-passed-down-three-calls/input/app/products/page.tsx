import { cookies } from 'next/headers'
import { loadCatalog } from '../../lib/catalog'

export default async function ProductsPage() {
  const jar = await cookies()
  const region = jar.get('region')
  const products = await loadCatalog({ region: region?.value ?? 'eu' })
  return (
    <ul>
      {products.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  )
}
