import { refreshTeam } from '@/lib'

export async function PUT() {
  refreshTeam('t1')
  return new Response()
}
