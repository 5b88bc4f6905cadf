/** A check that did not hold. It is printed, never recorded: `where` names a file of somebody else. */
export interface Problem {
  check:
    | 'run'
    | 'decisions'
    | 'sites'
    | 'lines'
    | 'syntax'
    | 'types'
    | 'second run'
    | 'dry run'
    | 'cached function'
  /** `file:line`, or what else the problem is about. */
  where: string
  message: string
}
