export interface CachePort {
  expire(id: string): void
}

export type Job = (id: string) => void
