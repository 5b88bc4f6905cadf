import { Hono } from 'hono'
import { revalidateTag } from 'next/cache'

export const comments = new Hono()
  .post('/', (c) => {
    revalidateTag('comments')
    return c.json({ ok: true })
  })
  .delete('/:id', async (c) => {
    revalidateTag(`comment:${c.req.param('id')}`)
    return c.json({ ok: true })
  })
