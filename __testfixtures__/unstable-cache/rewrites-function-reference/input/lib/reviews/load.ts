export interface Review {
  author: string
  stars: number
}

export async function loadReviews(product: string, page = 1): Promise<Review[]> {
  const response = await fetch(`https://reviews.example/${product}?page=${page}`)
  return response.json()
}

export async function loadAuthors(): Promise<string[]> {
  const response = await fetch('https://reviews.example/authors')
  return response.json()
}

export const scores = {
  async average(product: string) {
    const reviews = await loadReviews(product)
    return reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length
  },
}
