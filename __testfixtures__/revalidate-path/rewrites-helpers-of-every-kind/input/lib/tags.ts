export const TEAMS = 'teams'

export function teamTag(id: string) {
  return `team-${id}`
}

export const tags = {
  exams: { all: 'exams', one: (id: string) => `exam-${id}` },
}

export enum Tag {
  Rooms = 'rooms',
}

export class Tags {
  static readonly lessons = 'lessons'

  static lesson(id: string): string {
    return `lesson-${id}`
  }
}
