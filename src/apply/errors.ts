/** Thrown when a file cannot be edited; the file stays as it is. `message` is one line: problem, cause, remedy. */
export class EditError extends Error {
  override name = 'EditError'

  /**
   * @param file path relative to the root
   * @param reason what stood in the way, without the path
   */
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`)
  }
}
