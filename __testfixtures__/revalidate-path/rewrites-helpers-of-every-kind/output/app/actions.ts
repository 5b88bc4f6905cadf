'use server'

import { updateTag } from 'next/cache'
import { TEAMS, teamTag, tags, Tag, Tags } from '../lib/tags'

export async function save(id: string) {
  updateTag(TEAMS)
  updateTag(teamTag(id))
  updateTag(tags.exams.all)
  updateTag(tags.exams.one(id))
  updateTag(Tag.Rooms)
  updateTag(Tags.lessons)
  updateTag(Tags.lesson(id))
}
