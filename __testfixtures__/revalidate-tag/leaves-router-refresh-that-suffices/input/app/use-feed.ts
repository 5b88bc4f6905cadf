'use client'

export function useFeed() {
  return { send: async (name: string) => console.log(name), refresh: () => {} }
}
