import { cacheTag } from 'next/cache'
import { postTags } from './tags'

export async function getTagged(more: string[]): Promise<string[]> {
  'use cache'
  cacheTag(postTags.list(), ...more)
  return (await fetch('https://cms.example/tagged')).json()
}

export async function getFetched(options: RequestInit): Promise<string[]> {
  return (await fetch('https://cms.example/fetched', options)).json()
}
