export interface Transaction {
  pay(orgId: string, id: string): Promise<void>
}

export const db = {
  async transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    return run({ pay: async (orgId, id) => console.info(orgId, id) })
  },
}
