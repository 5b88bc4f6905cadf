import { vi } from 'vitest'

export function createCacheMock() {
  return { revalidateTag: vi.fn() }
}
