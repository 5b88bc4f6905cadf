interface Game {
  id: string
  players: { name: string; score: number }[]
}

export async function loadGame<T extends string>(id: T): Promise<Game & { id: T }> {
  return { id, players: [] }
}
