import { updateTag } from 'next/cache'

class Preferences {
  private current = 'light'

  get theme() {
    return this.current
  }

  set theme(value: string) {
    this.current = value
    updateTag('theme')
  }
}

export const preferences = new Preferences()
