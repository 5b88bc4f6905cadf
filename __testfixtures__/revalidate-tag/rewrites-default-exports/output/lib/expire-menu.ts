import { revalidateTag } from 'next/cache'

export default () => revalidateTag('menu', { expire: 0 })
