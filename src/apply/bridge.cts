import path = require('node:path')
import url = require('node:url')
import threads = require('node:worker_threads')

import type { FileInfo, TransformApi, TransformOptions } from './standalone.js' with {
  'resolution-mode': 'import',
}
import type { Answer, Request } from './standalone-worker.js' with { 'resolution-mode': 'import' }

type Transform = (file: FileInfo, api: TransformApi, options: TransformOptions) => Promise<string | undefined>

/**
 * A transform for jscodeshift, which loads it with `require()`.
 *
 * The work happens in a thread of its own: jscodeshift registers Babel for everything that is required after it,
 * dependencies included, which would compile the whole of TypeScript; a thread has no such hook. It also spares
 * `require()` of ES modules, which Node 20 does not have.
 *
 * @param transform absolute path of the transform's ES module
 */
function bridge(transform: string): Transform {
  const waiting = new Map<number, (answer: Answer) => void>()
  let worker: threads.Worker | undefined
  let broken: Error | undefined
  let count = 0

  function start(): threads.Worker {
    const started = new threads.Worker(path.join(__dirname, 'standalone-worker.js'), {
      workerData: { transform: url.pathToFileURL(transform).href },
    })
    started.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
      // An idle thread must not keep jscodeshift from ending.
      if (waiting.size === 0) started.unref()
    })
    started.on('error', (error: Error) => {
      broken = error
      for (const [id, resolve] of waiting) resolve({ id, error: error.message, reports: [] })
      waiting.clear()
    })
    return started
  }

  return async (file, api, options) => {
    if (broken) throw broken
    worker ??= start()
    const request: Request = { id: ++count, file, options: JSON.parse(JSON.stringify(options)) }
    const running = worker
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(request.id, resolve)
      running.ref()
      running.postMessage(request)
    })
    for (const message of answer.reports) api.report?.(message)
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.text
  }
}

export = bridge
