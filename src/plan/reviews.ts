import type { Choices } from '../config/types.js'
import type { Analysis } from '../index.js'
import { type ReviewItem, reviewItems } from './choices/index.js'
import { planInput } from './plan.js'
import type { Plan } from './types.js'

/**
 * The questions that a plan leaves to a person, with what can be answered. An answer goes into `decisions` of the choices
 * of the next plan.
 *
 * @param choices those that the plan was made with
 */
export function reviews({ workspace, graph }: Analysis, { decisions }: Plan, choices: Choices): ReviewItem[] {
  return reviewItems(planInput(workspace, graph, choices), decisions)
}
