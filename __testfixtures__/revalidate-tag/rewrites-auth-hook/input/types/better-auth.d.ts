declare module 'better-auth' {
  type User = { id: string; email: string }
  export function betterAuth(options: {
    databaseHooks: { user: { create?: { after?: (user: User) => Promise<void> }; update?: { after?: (user: User) => Promise<void> } } }
  }): { api: { getSession(): Promise<{ user: User } | null>; updateUser(user: Partial<User>): Promise<void> } }
}
declare module 'better-auth/next-js' {
  export function toNextJsHandler(auth: unknown): Record<'GET' | 'POST', (request: Request) => Promise<Response>>
}
