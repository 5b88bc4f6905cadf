'use server'

export async function saveLog(id: string) {
  const { updateTag } = await import('next/cache')
  updateTag(`log-${id}`)
}

export async function closeLog(id: string) {
  const { revalidatePath, updateTag } = await import('next/cache')
  updateTag(`log-${id}`)
  revalidatePath('/campaigns')
}

export async function dropLog(id: string) {
  ;(await import('next/cache')).updateTag(`log-${id}`)
}

export async function resetLog(id: string) {
  await import('next/cache').then(({ updateTag }) => updateTag(`log-${id}`))
}
