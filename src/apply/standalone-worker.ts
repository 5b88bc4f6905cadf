import { parentPort, workerData } from 'node:worker_threads'
import type { FileInfo, StandaloneTransform, TransformOptions } from './standalone.js'

/** What the bridge asks: one file. */
export interface Request {
  id: number
  file: FileInfo
  options: TransformOptions
}

/** What it gets: the new text (undefined for no change) or the message of what went wrong, and lines to report. */
export interface Answer {
  id: number
  text?: string
  error?: string
  reports: string[]
}

const { transform } = workerData as { transform: string }
const { default: run } = (await import(transform)) as { default: StandaloneTransform }

parentPort?.on('message', ({ id, file, options }: Request) => {
  const answer: Answer = { id, reports: [] }
  try {
    const text = run(file, { report: (message) => answer.reports.push(message) }, options)
    if (text !== undefined) answer.text = text
  } catch (error) {
    // Handed over to jscodeshift, which counts and prints it.
    answer.error = error instanceof Error ? error.message : String(error)
  }
  parentPort?.postMessage(answer)
})
