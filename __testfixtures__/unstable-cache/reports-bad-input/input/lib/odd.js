import { unstable_cache } from 'next/cache'
import { makeLoader, makeOptions, settings } from './make'

const load = async () => 1
const rest = [['rest'], { revalidate: 60 }]
const name = 'revalidate'

export const one = unstable_cache()
export const two = unstable_cache(load, ...rest)
export const three = unstable_cache(load, ['three'], makeOptions())
export const four = unstable_cache(load, ['four'], { ...makeOptions(), tags: ['four'] })
export const five = unstable_cache(makeLoader('five'), ['five'])
export const six = unstable_cache(load, ['six'], { [name]: 60 })
export const seven = unstable_cache(load, ['seven'], { revalidate: settings.revalidate })
export const eight = unstable_cache
