import { expireAttempt } from './attempts'

export function grade(id: string) {
  expireAttempt(id)
}
