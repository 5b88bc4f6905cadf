import { siteName } from '@/lib/site'

export const siteTag = (page: string) => `site-${siteName}-${page}`
export const newsTag = (id: string) => `news-${id}`
