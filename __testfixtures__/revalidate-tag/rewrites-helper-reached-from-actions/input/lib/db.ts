type Row = { id: string; [field: string]: unknown }

const rows = new Map<string, Row>()

export const db = {
  async find(id: string) {
    return rows.get(id) ?? null
  },
  async save(row: Row) {
    rows.set(row.id, row)
    return row
  },
  async remove(id: string) {
    rows.delete(id)
  },
}
