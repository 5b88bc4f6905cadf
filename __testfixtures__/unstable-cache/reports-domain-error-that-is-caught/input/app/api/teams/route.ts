import { answerTo } from '../../../lib/answer'
import { getSeats, getTeam } from '../../../lib/teams'

export async function GET(request: Request) {
  try {
    return Response.json(await getTeam(new URL(request.url).searchParams.get('id') ?? ''))
  } catch (error) {
    return answerTo(error)
  }
}

export async function POST(request: Request) {
  return getSeats(await request.text()).then(
    (seats) => Response.json(seats),
    (error) => {
      if ((error as Error).name === 'LimitError') return new Response('Too many', { status: 400 })
      throw error
    },
  )
}
