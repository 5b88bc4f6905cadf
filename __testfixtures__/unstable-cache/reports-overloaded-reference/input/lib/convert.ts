export async function wrap<T>(value: T): Promise<{ value: T }> {
  return { value }
}
