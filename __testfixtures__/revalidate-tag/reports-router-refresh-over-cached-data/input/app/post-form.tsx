'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { createPost } from './actions'

export function PostForm() {
  const router = useRouter()

  async function save(form: FormData) {
    const post = await createPost(String(form.get('title')))
    startTransition(() => router.refresh())
    router.push(`/posts/${post.id}`)
  }

  return <form action={save} />
}

export function DeleteComment({ id }: { id: string }) {
  const { refresh } = useRouter()
  const remove = () =>
    fetch(`/api/comments/${id}`, { method: 'DELETE', body: id }).then(() => {
      refresh()
    })

  return <button onClick={remove}>Delete</button>
}
