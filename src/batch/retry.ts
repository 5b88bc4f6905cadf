import { setTimeout as wait } from 'node:timers/promises'

/** What git says when the network, and not the request, was at fault. */
const network =
  /could not resolve (?:host|proxy)|connection (?:timed out|refused|reset)|operation timed out|failed to connect|couldn't connect to server|network is unreachable|no route to host|early eof|rpc failed|remote end hung up|unexpected disconnect|returned error: (?:408|429|5\d\d)|gnutls|ssl_(?:read|connect|error)|tls connection|transfer closed|empty reply from server|kex_exchange_identification|temporary failure in name resolution|operation too slow/i

/** What git says besides where another try cannot help: ssh hangs up after it has refused a key, a broken store after an error. */
const lasting =
  /permission denied|authentication failed|host key verification|corrupt|promisor remote|died with error|not a git repository|does not (?:appear|exist)/i

/** True for a message of git that another try may not give again. */
export function isNetworkProblem(message: string): boolean {
  return network.test(message) && !lasting.test(message)
}

/**
 * Does something that talks to a network; after a network problem again, once for each waiting time.
 *
 * @param backoff milliseconds to wait before each further try
 * @param signal ends the waiting
 * @param messageOf what git said, from what was thrown; null for anything else, which is not tried again
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  backoff: readonly number[],
  signal: AbortSignal,
  messageOf: (error: unknown) => string | null,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const message = messageOf(error)
      const pause = backoff[tries]
      if (pause === undefined || message === null || !isNetworkProblem(message)) throw error
      await wait(pause, undefined, { signal }).catch(() => {
        throw signal.reason
      })
    }
  }
}
