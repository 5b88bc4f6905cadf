import { cacheLife, cacheTag } from 'next/cache'
import { z } from './check'

export interface Survey {
  id: string
  createdAt: Date
}

const oneDay = 60 * 60 * 24

async function getCachedSurveys(
  environmentId: string,
  page: number | undefined
) {
  'use cache'
  cacheLife({ revalidate: oneDay })
  cacheTag(`environment-${environmentId}`)
  const rows = await query(environmentId, page)
  return rows
}

export const getSurveys = async (environmentId: string, page?: number): Promise<Survey[]> => {
  z.string(environmentId)

  const surveys = await getCachedSurveys(environmentId, page)

  // unstable_cache hands dates out as text.
  return surveys.map((survey) => ({ ...survey, createdAt: new Date(survey.createdAt) }))
}

async function query(environmentId: string, page = 1): Promise<Survey[]> {
  return [{ id: `${environmentId}-${page}`, createdAt: new Date(0) }]
}
