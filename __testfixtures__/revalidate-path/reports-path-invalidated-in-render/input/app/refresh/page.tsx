import { revalidatePath } from 'next/cache'

export default function RefreshPage() {
  revalidatePath('/posts')
  return <p>Refreshed</p>
}
