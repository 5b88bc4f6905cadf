export const runtime = 'nodejs'
