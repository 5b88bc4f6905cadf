/** Whether parameters of a file need types. */
export function isTyped(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file)
}
