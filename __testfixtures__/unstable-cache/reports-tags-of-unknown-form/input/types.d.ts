declare module 'tag-maker' {
  export function tagsFor(id: string): any
}
