export function later(run: (path: string) => void) {
  setTimeout(() => run('/posts'), 1000)
}
