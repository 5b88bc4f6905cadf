/** @typedef {import('../../../plan/types.js').Plan} Plan */

/**
 * The plan as a person approved it: rewrites that are not ticked off are kept as they are. Nothing else changes.
 *
 * @param {Plan} plan
 * @param {(index: number) => boolean} isTicked by index in the plan's list
 * @returns {Plan}
 */
export function reviewedPlan(plan, isTicked) {
  return {
    ...plan,
    decisions: plan.decisions.map((decision, index) =>
      decision.action === 'rewrite' && !isTicked(index) ? { ...decision, action: 'keep' } : decision,
    ),
  }
}

/** Hands a file to the person. @param {string} name @param {string} text */
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
