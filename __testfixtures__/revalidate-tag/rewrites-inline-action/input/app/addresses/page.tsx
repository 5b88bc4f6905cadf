import { createAddress } from './create-address'

export default function Page({ userId = 'u1' }: { userId?: string }) {
  async function submit(formData: FormData) {
    'use server'
    await createAddress(userId, formData)
  }

  return <form action={submit} />
}
