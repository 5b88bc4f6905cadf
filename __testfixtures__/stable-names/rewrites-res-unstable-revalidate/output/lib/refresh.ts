import type { NextApiResponse } from 'next'

export async function refresh(res: NextApiResponse<unknown>, slug: string) {
  await res.revalidate(`/posts/${slug}`, { unstable_onlyGenerated: true })
}
