export class NotFoundError extends Error {}
export class LimitError extends Error {
  override name = 'LimitError'
}
