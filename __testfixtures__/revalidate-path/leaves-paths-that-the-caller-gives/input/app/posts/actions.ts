'use server'

import { revalidatePath } from 'next/cache'

export async function refreshPage(path: string) {
  revalidatePath(path)
}

export async function refreshOwner({ owner }: { owner: { url: string } }) {
  revalidatePath(owner.url)
}

export async function refreshForm(form: FormData) {
  const path = String(form.get('path'))
  revalidatePath(path)
}
