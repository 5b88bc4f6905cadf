const titles = new Map([['a', 'first']])

export function urlOf(id: string): string {
  let url = ''
  for (const [key, title] of titles) if (key === id) url += `/${title}`
  return url
}
