import { revalidateTag } from 'next/cache'

type Args = { doc: { slug: string; _status?: string }; req: { context: { quiet?: boolean } } }

export const revalidatePost = ({ doc, req }: Args) => {
  if (!req.context.quiet && doc._status === 'published') {
    revalidateTag(`post_${doc.slug}`, { expire: 0 })
  }
  return doc
}
