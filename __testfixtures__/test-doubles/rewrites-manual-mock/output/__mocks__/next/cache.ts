import { vi } from 'vitest'

export const revalidatePath = vi.fn()
export const revalidateTag = vi.fn()
export const updateTag = vi.fn()
