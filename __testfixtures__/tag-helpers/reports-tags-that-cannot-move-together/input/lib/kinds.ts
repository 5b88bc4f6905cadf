export async function kindOf(id: string) {
  return id.length > 3 ? 'long' : 'short'
}
