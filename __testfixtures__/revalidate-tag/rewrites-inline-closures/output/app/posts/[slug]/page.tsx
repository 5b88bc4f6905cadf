import { updateTag } from 'next/cache'

function publisher(slug: string) {
  return async () => {
    'use server'
    updateTag(`post:${slug}`)
  }
}

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const actions = {
    async hide() {
      'use server'
      updateTag(`hidden:${slug}`)
    },
    show: async () => {
      'use server'
      updateTag(`shown:${slug}`)
    },
  }

  return (
    <form action={publisher(slug)}>
      <button formAction={actions.hide}>Hide</button>
      <button formAction={actions.show}>Show</button>
    </form>
  )
}
