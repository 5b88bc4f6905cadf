'use server'

export async function saveLog(id: string) {
  const { revalidateTag } = await import('next/cache')
  revalidateTag(`log-${id}`)
}

export async function closeLog(id: string) {
  const { revalidatePath, revalidateTag } = await import('next/cache')
  revalidateTag(`log-${id}`)
  revalidatePath('/campaigns')
}

export async function dropLog(id: string) {
  ;(await import('next/cache')).revalidateTag(`log-${id}`)
}

export async function resetLog(id: string) {
  await import('next/cache').then(({ revalidateTag }) => revalidateTag(`log-${id}`))
}
