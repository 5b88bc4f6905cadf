export function redirect(path: string) {
  console.log(path)
}
