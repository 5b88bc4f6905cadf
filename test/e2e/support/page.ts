/** What the server answered, body included. */
export interface Answer {
  status: number
  body: string
  /** Where a page came from, in Next.js's words: `HIT`, `STALE`, `MISS`; null for what is never cached. */
  cache: string | null
}

/** Reads a page or posts to a route handler. No cache and no redirect comes between. */
export async function request(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000), ...init })
  const cache = response.headers.get('x-nextjs-cache')
  return { status: response.status, body: await response.text(), cache }
}

/**
 * Sends the first form of a page as a browser without JavaScript does: React puts what names the Server Action into
 * hidden fields, so nothing of the client runtime is needed.
 *
 * @param url of the page
 * @param values what the person fills in, by field name
 * @param headers sent with both requests, e.g. a cookie
 * @returns the page that the server renders after the action
 * @throws Error when the page has no form
 */
export async function postForm(
  url: string,
  values: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const page = await request(url, { headers })
  const form = /<form\b[^>]*>(.*?)<\/form>/s.exec(page.body)?.[1]
  if (form === undefined) throw new Error(`${url} answered ${page.status} without a form.`)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...fieldsOf(form), ...values })) body.append(name, value)
  return request(url, { method: 'POST', body, headers: { ...headers, origin: new URL(url).origin } })
}

function fieldsOf(form: string): Record<string, string> {
  const inputs = form.match(/<input\b[^>]*>/g) ?? []
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** Undoes the five entities that React writes. */
function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')
}

/**
 * Text of the first element of a kind, e.g. of `<output>`. Markup is not looked into.
 *
 * @throws Error when there is none
 */
export function textOf(html: string, element: string): string {
  const text = new RegExp(`<${element}\\b[^>]*>([^<]*)</${element}>`).exec(html)?.[1]
  if (text === undefined) throw new Error(`No <${element}> in: ${html.slice(0, 500)}`)
  return unescaped(text)
}
