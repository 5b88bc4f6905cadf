export async function register() {
  const { registerListeners } = await import('./lib/listeners')
  registerListeners()
}
