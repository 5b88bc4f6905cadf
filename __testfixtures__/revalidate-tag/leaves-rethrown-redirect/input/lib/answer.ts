export function answer(error: unknown) {
  if (!(error instanceof RangeError)) throw error
  return { error: error.message }
}
