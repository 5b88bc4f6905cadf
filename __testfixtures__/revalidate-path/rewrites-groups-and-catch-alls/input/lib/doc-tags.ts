export const docTags = {
  all: () => 'docs',
}
