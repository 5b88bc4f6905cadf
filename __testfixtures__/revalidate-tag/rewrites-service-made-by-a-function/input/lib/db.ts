export const db = {
  rows(table: string) {
    return [`${table}-1`]
  },
}
