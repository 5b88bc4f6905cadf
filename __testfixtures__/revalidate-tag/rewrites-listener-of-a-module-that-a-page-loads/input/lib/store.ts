type Listener = (table: string) => void

class Store {
  private listeners: Listener[] = []

  onWrite(listener: Listener) {
    this.listeners.push(listener)
  }

  write(table: string) {
    for (const listener of this.listeners) listener(table)
  }
}

export const notes = new Store()
export const posts = new Store()
