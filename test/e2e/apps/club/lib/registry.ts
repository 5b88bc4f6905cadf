import { getLoans } from './forms/constant'
import { getCart } from './forms/cookie-key'
import { getWishes } from './forms/cookies-inside'
import getBadge from './forms/default'
import { getArticle } from './forms/draft'
import { cachedVisits } from './forms/factory'
import { getFeed } from './forms/folded'
import { getOldLoans } from './forms/kept'
import { getGreeting } from './forms/leak'
import { getForecast, getHistory, getStatutes, getTicker } from './forms/lifetimes'
import { getFees } from './forms/local'
import { getTeam } from './forms/loop'
import { Desk, shelf } from './forms/members'
import { getProfile } from './forms/react-cache'
import { getRules } from './forms/reference'
import { getEvent, getOpening } from './forms/results'
import { generic, takenApart, withDefault, withRest } from './forms/signatures'
import { getAwards } from './forms/wrapped'

/** What a visitor sees of each form, as text. */
export const forms: Record<string, (member: string) => Promise<string>> = {
  cart: getCart,
  wishes: () => getWishes(),
  visits: (member) => cachedVisits(member)(),
  loans: getLoans,
  'old-loans': getOldLoans,
  profile: getProfile,
  shelf: (member) => shelf.list(member),
  desk: (member) => Desk.queue(member),
  rank: (member) => Desk.rank(member),
  seats: (member) => Desk.seats(member),
  'rules-of': async (member) => `${await getRules('long')} for ${member}`,
  fees: getFees,
  feed: getFeed,
  awards: getAwards,
  'with-default': (member) => withDefault(member),
  'with-rest': (member) => withRest(member, 'hall', 'yard'),
  'taken-apart': (member) => takenApart({ member }),
  generic: async (member) => JSON.stringify(await generic(member)),
  badge: (member) => getBadge(member),
  team: async (member) => (await getTeam([member, `junior ${member}`])).join(', '),
  article: getArticle,
  ticker: getTicker,
  forecast: (member) => getForecast(member).catch(() => 'no answer'),
  statutes: getStatutes,
  history: getHistory,
  greeting: getGreeting,
  event: async (member) => describe((await getEvent(member)).at),
  opening: (member) => getOpening(member).catch((error: Error) => `${error.name}: ${error.message}`),
}

function describe(at: unknown): string {
  return at instanceof Date ? `Date ${at.toISOString()}` : `${typeof at} ${at}`
}
