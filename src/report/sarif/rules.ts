import { findings, ruleUrl, transforms } from '../../plan/catalogue.js'
import type { Level, Rule } from './types.js'

/** Every transform and every finding, always in the same order, found or not. */
export function sarifRules(): Rule[] {
  return [
    ...transforms.map(({ id, title, help }) => rule(id, title, help, 'note')),
    ...findings.map(({ id, severity, title, help }) => rule(id, title, help, severity)),
  ]
}

function rule(id: string, title: string, help: string, level: Level): Rule {
  return {
    id,
    name: id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: `${title} ${help}` },
    help: { text: help },
    helpUri: ruleUrl(id),
    defaultConfiguration: { level },
    properties: {
      tags: ['next.js', 'cache'],
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  }
}
