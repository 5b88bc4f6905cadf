import { unstable_cache } from 'next/cache'

export const getPlan = async (plan: string) => unstable_cache(async () => plan.length, ['plan', plan])()

export const getPrice = async (plan: string) => unstable_cache(async () => plan.length * 5, ['price', plan])()
