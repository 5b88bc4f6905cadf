export async function Quote() {
  const response = await fetch('https://quotes.example', { next: { revalidate: 60 } })
  return <q>{await response.text()}</q>
}
