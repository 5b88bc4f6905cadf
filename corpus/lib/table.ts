export interface Column<Row> {
  head: string
  cell: (row: Row) => string | number
  /** Numbers stand to the right. */
  right?: boolean
}

/** A Markdown table whose columns also line up in a terminal. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => String(column.cell(row))))
  const widths = columns.map((column, index) =>
    Math.max(3, column.head.length, ...cells.map((line) => line[index]?.length ?? 0)),
  )
  const pad = (text: string, index: number) => {
    const width = widths[index] ?? 0
    return columns[index]?.right ? text.padStart(width) : text.padEnd(width)
  }
  const line = (texts: string[]) => `| ${texts.map(pad).join(' | ')} |`
  const rule = widths.map((width, index) =>
    columns[index]?.right ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  )
  return [line(columns.map((column) => column.head)), line(rule), ...cells.map(line)].join('\n')
}
