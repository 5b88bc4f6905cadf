import { run } from './run.js'

/** Runs the command line of this process and sets its exit code; pending writes end by themselves. */
export async function start(): Promise<void> {
  // What a stream cannot take is told where it is written; without a listener Node would end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const cwd = currentFolder()
  if (cwd === null) {
    process.stderr.write(
      'retag: the current folder is no longer there. Change to another one and run again.\n',
    )
    process.exitCode = 2
    return
  }
  const { stdin, stdout, stderr, env } = process
  process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, cwd })
}

/** Null where somebody has deleted the folder in which the shell stands. */
function currentFolder(): string | null {
  try {
    return process.cwd()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return null
  }
}
