import { Interrupted } from './interrupt.js'
import type { Io } from './io.js'

/**
 * Asks a yes-or-no question on stderr. Call it only where {@link canAsk} says so.
 *
 * @throws Interrupted on Ctrl-C.
 */
export async function confirm(io: Io, message: string): Promise<boolean> {
  const prompts = await import('@clack/prompts')
  const answer = await prompts.confirm({
    message,
    initialValue: true,
    input: io.stdin,
    output: io.stderr,
  })
  if (prompts.isCancel(answer)) throw new Interrupted('interrupted at the question')
  return answer
}

/** As {@link confirm}, for what may as well be left: Ctrl-C is a no. */
export async function offer(io: Io, message: string): Promise<boolean> {
  const prompts = await import('@clack/prompts')
  const answer = await prompts.confirm({ message, initialValue: true, input: io.stdin, output: io.stderr })
  return !prompts.isCancel(answer) && answer
}
