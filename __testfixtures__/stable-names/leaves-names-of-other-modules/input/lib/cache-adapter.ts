export function unstable_cacheTag(tag: string) {
  return tag
}
