import { cacheTag } from 'next/cache'
import { cookies } from 'next/headers'
import { draftTags } from './tags'

export async function currentUser(): Promise<string> {
  return (await cookies()).get('user')?.value ?? ''
}

export async function getDrafts(userId: string): Promise<string[]> {
  'use cache'
  cacheTag(draftTags.list(userId))
  return (await fetch(`https://cms.example/drafts/${userId}`)).json()
}
