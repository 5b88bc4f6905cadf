declare module '@prisma/client' {
  interface Invoice {
    id: string
    total: number
  }
  interface Table {
    create(options: { data: Invoice }): Promise<Invoice>
    update(options: { where: { id: string }; data: Partial<Invoice> }): Promise<Invoice>
  }
  export class PrismaClient {
    invoice: Table
    $transaction<T>(run: (tx: { invoice: Table }) => Promise<T>, options?: { timeout: number }): Promise<T>
    $transaction<T>(writes: Promise<T>[]): Promise<T[]>
  }
}

declare module 'kysely' {
  export interface Transaction {
    deleteFrom(table: string): { execute(): Promise<void> }
  }
  interface TransactionBuilder {
    setIsolationLevel(level: string): TransactionBuilder
    execute<T>(run: (trx: Transaction) => Promise<T>): Promise<T>
  }
  export class Kysely {
    transaction(): TransactionBuilder
  }
}

declare module 'postgres' {
  type Sql = (text: TemplateStringsArray, ...values: unknown[]) => Promise<unknown[]>
  export default function postgres(): Sql & { begin<T>(run: (sql: Sql) => Promise<T>): Promise<T> }
}
