/** What has to be undone, whatever happens. */
export interface Cleanup {
  /** Remembers a step; the last one remembered runs first. */
  defer(step: () => void | Promise<void>): void
  /**
   * Runs every step once, also when one of them fails.
   *
   * @throws AggregateError of the steps that failed
   */
  run(): Promise<void>
}

export function createCleanup(): Cleanup {
  const steps: (() => void | Promise<void>)[] = []
  return {
    defer: (step) => steps.push(step),
    async run() {
      const errors: unknown[] = []
      for (let step = steps.pop(); step; step = steps.pop()) {
        try {
          await step()
        } catch (error) {
          errors.push(error)
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, 'Something could not be cleaned up.')
    },
  }
}
