'use server'

import { preferences } from '../../lib/preferences'

export async function setTheme(theme: string) {
  preferences.theme = theme
}
