declare module '@prisma/client' {
  interface Table {
    findMany(where?: string): Promise<{ id: string }[]>
    create(options: { data: object }): Promise<{ id: string }>
    update(options: { where: object; data: object }): Promise<{ id: string }>
    delete(options: { where: object }): Promise<{ id: string }>
  }
  export class PrismaClient {
    post: Table
    comment: Table
    session: Table
    banner: Table
  }
}
