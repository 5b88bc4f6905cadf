declare module 'next-auth' {
  export function getServerSession(): Promise<{ user: { id: string } } | null>
}
