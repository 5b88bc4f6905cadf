export const runtime = 'nodejs'

export const GET = () => Response.json({ ok: true })
