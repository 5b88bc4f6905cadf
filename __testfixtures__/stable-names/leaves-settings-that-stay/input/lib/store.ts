const store = {
  async unstable_revalidate(path: string) {
    return path
  },
}

export const refresh = (path: string) => store.unstable_revalidate(path)
