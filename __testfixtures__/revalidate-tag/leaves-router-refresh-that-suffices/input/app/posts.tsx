'use client'

import { useRouter } from 'next/navigation'
import { choosePosts, countPosts, createPost, hideBanner, signOut } from './actions'
import { useFeed } from './use-feed'

export function Posts({ id, removePost }: { id: string; removePost: (id: string) => Promise<void> }) {
  const router = useRouter()
  const feed = useFeed()

  async function save(form: FormData) {
    await createPost(String(form.get('title')))
    router.refresh()
  }

  async function leave() {
    await signOut(id)
    router.refresh()
  }

  async function count() {
    const posts = await countPosts()
    if (posts > 0) router.refresh()
  }

  async function hide() {
    await hideBanner(id)
    router.refresh()
  }

  async function sort() {
    await choosePosts('date')
    router.refresh()
  }

  async function remove() {
    await removePost(id)
    router.refresh()
  }

  async function post() {
    await fetch('https://example.com/posts', { method: 'POST' })
    router.refresh()
  }

  async function reload() {
    await feed.send('posts')
    feed.refresh()
  }

  return (
    <form action={save}>
      <button formAction={leave} />
      <button formAction={count} />
      <button formAction={hide} />
      <button formAction={sort} />
      <button formAction={remove} />
      <button formAction={post} />
      <button formAction={reload} />
    </form>
  )
}
