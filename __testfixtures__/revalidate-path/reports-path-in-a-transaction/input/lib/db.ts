export interface Transaction {
  save(slug: string): Promise<void>
}

export const db = {
  async transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    return run({ save: async (slug) => console.info(slug) })
  },
}
