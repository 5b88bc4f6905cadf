export default function ProductPage() {
  return <p>Product</p>
}
