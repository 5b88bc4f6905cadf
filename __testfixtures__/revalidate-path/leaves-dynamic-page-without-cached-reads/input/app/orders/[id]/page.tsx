export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const response = await fetch(`https://shop.example/order/${id}`, { next: { tags: ['orders'] } })
  return <p>{await response.text()}</p>
}
