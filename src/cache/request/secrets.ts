const secrets = new Set(
  'token jwt secret password passwd passphrase authorization bearer credentials sid sessionid apikey cookie'.split(
    ' ',
  ),
)
const pairs = new Set([
  'api key',
  'access key',
  'private key',
  'secret key',
  'session id',
  'auth header',
  'cookies header',
])
const compounds = /^(?:access|auth|session|refresh|id|bearer|csrf|user|api)(?:token|key|jwt|secret)$/
/** Words that say in which form the secret stands there. */
const forms = new Set(['value', 'string', 'str', 'header', 'raw', 'cookie'])
const harmless = new Set(['hash', 'hashed', 'digest', 'encrypted', 'is', 'has', 'public'])

/**
 * True for names of values that let somebody in: `accessToken`, `sessionId`, `api_key`, `cookieHeader`. What only
 * speaks of them (`tokenCount`, `hasToken`) or is no longer usable (`tokenHash`) is none.
 */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name)
  if (words.some((word) => harmless.has(word))) return false
  for (let end = words.length; end > 0; end--) {
    const last = words[end - 1] ?? ''
    if (secrets.has(last) || compounds.test(last) || pairs.has(words.slice(end - 2, end).join(' ')))
      return true
    if (!forms.has(last)) return false
  }
  return false
}

/** `sessionToken`, `session_token`, `X-Session-Token`: `session`, `token`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
}
