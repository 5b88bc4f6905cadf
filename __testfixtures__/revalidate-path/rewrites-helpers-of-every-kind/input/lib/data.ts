import { cacheTag } from 'next/cache'
import { TEAMS, Tag, Tags, tags, teamTag } from './tags'

async function read<T>(path: string): Promise<T> {
  const response = await fetch(`https://school.example/${path}`)
  return (await response.json()) as T
}

export async function getTeams(): Promise<string[]> {
  'use cache'
  cacheTag(TEAMS)
  return read('teams')
}

export async function getTeam(id: string): Promise<string> {
  'use cache'
  cacheTag(TEAMS, teamTag(id))
  return read(`teams/${id}`)
}

export async function getExams(): Promise<string[]> {
  'use cache'
  cacheTag(tags.exams.all)
  return read('exams')
}

export async function getExam(id: string): Promise<string> {
  'use cache'
  cacheTag(tags.exams.all, tags.exams.one(id))
  return read(`exams/${id}`)
}

export async function getRooms(): Promise<string[]> {
  'use cache'
  cacheTag(Tag.Rooms)
  return read('rooms')
}

export async function getLessons(): Promise<string[]> {
  'use cache'
  cacheTag(Tags.lessons)
  return read('lessons')
}

export async function getLesson(id: string): Promise<string> {
  'use cache'
  cacheTag(Tags.lessons, Tags.lesson(id))
  return read(`lessons/${id}`)
}
