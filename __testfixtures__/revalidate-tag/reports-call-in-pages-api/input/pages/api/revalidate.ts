import type { NextApiRequest, NextApiResponse } from 'next'
import { revalidateTag } from 'next/cache'
import { expireUser } from '../../lib/users'

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  revalidateTag('users')
  expireUser(String(req.query.id))
  res.json({ ok: true })
}
