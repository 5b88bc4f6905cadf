export const mode = 'nodejs'
export const runtime = mode
