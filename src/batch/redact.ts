import { oneLine } from '../report/one-line.js'
import type { Credentials } from './types.js'

const shown = '***'
const longestReason = 400

/** User and password in front of a host, and tokens in a query, wherever a URL stands in a text. */
const userInfo = /\b([a-z][a-z\d+.-]*:\/\/)[^\s/?#'"<>]*@/gi
const queryToken =
  /([?&;](?:access_token|private_token|job_token|oauth_token|token|auth|password|key|sig|signature)=)[^&\s'"<>#]+/gi
/** Tokens of the large forges, which tell what they are. */
const knownToken = /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|gl(?:pat|ptt|dt|cbt|rt)-[\w-]{16,})/g

/**
 * Takes credentials out of a text.
 *
 * @param credentials those of the repository that the text is about
 */
export function redact(text: string, credentials: Credentials | null = null): string {
  const secrets = [...(credentials?.secrets ?? [])].sort((a, b) => b.length - a.length)
  const without = secrets.reduce((some, secret) => some.replaceAll(secret, shown), text)
  return without
    .replaceAll(userInfo, `$1${shown}@`)
    .replaceAll(queryToken, `$1${shown}`)
    .replaceAll(knownToken, shown)
}

/** A message of another program as one line for a person: no credentials, no control characters, not too long. */
export function reason(text: string, credentials: Credentials | null = null): string {
  return oneLine(redact(text, credentials), longestReason)
}
