import { NotFoundError } from './errors'

export function answerTo(error: unknown) {
  if (error instanceof NotFoundError) return Response.json({ message: error.message }, { status: 404 })
  throw error
}
