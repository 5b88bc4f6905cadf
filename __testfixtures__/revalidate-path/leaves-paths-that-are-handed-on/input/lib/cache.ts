export { revalidatePath } from 'next/cache'
