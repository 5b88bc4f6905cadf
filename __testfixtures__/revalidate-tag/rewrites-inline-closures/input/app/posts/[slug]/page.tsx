import { revalidateTag } from 'next/cache'

function publisher(slug: string) {
  return async () => {
    'use server'
    revalidateTag(`post:${slug}`)
  }
}

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const actions = {
    async hide() {
      'use server'
      revalidateTag(`hidden:${slug}`)
    },
    show: async () => {
      'use server'
      revalidateTag(`shown:${slug}`)
    },
  }

  return (
    <form action={publisher(slug)}>
      <button formAction={actions.hide}>Hide</button>
      <button formAction={actions.show}>Show</button>
    </form>
  )
}
