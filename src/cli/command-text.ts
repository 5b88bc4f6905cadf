import { shellQuote } from '../report/words.js'

const unwritten = ['--dry-run', '--dry', '--print', '--check', '--json']

/**
 * The command that writes what a dry run has shown: the same command line without the flags that hold back.
 *
 * @param needsForce true where writing is refused without `--force`
 */
export function writeCommand(argv: readonly string[], needsForce = false): string {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length
  const options = argv.slice(0, end).flatMap((argument) => {
    if (unwritten.includes(argument)) return []
    // A cluster of short flags without a value: -dp.
    return /^-[dpy]+$/.test(argument) ? argument.replaceAll(/[dp]/g, '').replace(/^-$/, '') : argument
  })
  const rest = [...options, ...argv.slice(end)].filter((argument) => argument !== '')
  const force = needsForce && !options.includes('--force') ? ['--force'] : []
  const command = rest[0] === 'apply' ? rest.splice(0, 1) : []
  return ['npx retag', ...command, ...force, ...rest.map(shellQuote)].join(' ')
}
