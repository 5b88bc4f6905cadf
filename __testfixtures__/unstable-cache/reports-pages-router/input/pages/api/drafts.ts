import type { NextApiRequest, NextApiResponse } from 'next'
import { getDrafts } from '../../lib/posts'

export default async function handler(request: NextApiRequest, response: NextApiResponse) {
  response.json(await getDrafts(String(request.query.author)))
}
