export async function getSession() {
  return { user: { id: 'batch' } }
}
