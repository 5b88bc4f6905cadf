import type { NextApiHandler } from 'next'
import { refresh } from '../../lib/refresh'

const handler: NextApiHandler = async (req, res) => {
  await res.unstable_revalidate('/')
  await refresh(res, String(req.query.slug))
  res.json({ ok: true })
}

export default handler
