export async function createTransaction(amount: number, whenDone: () => void) {
  if (amount > 0) whenDone()
}
