import { cached } from './cached'

export const getNews = cached(async (section: string) => [section], ['news'])
