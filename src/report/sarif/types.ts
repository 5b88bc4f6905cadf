/** The part of SARIF 2.1.0 that retag writes: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html */

export type Level = 'error' | 'warning' | 'note'

export interface Message {
  text: string
}

export interface Location {
  physicalLocation: {
    artifactLocation: { uri: string; uriBaseId: 'SRCROOT' }
    region?: { startLine: number; startColumn?: number; endLine?: number; endColumn?: number }
  }
  message?: Message
}

export interface CodeFlow {
  threadFlows: { locations: { location: Location }[] }[]
}

export interface Rule {
  id: string
  name: string
  shortDescription: Message
  fullDescription: Message
  help: Message
  helpUri: string
  defaultConfiguration: { level: Level }
  properties: { tags: string[]; 'problem.severity': 'error' | 'warning' | 'recommendation' }
}

export interface Result {
  ruleId: string
  /** Index of the rule in the list of rules; absent where the plan comes from a retag that knows more rules. */
  ruleIndex?: number
  level: Level
  message: Message
  locations: Location[]
  partialFingerprints: Record<string, string>
  codeFlows?: CodeFlow[]
  properties?: Record<string, string>
}

export interface Notification {
  level: Level
  message: Message
  locations?: Location[]
}

export interface SarifLog {
  $schema: string
  version: '2.1.0'
  runs: {
    tool: {
      driver: {
        name: string
        semanticVersion: string
        informationUri: string
        rules: Rule[]
      }
    }
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: Notification[] }[]
    originalUriBaseIds: { SRCROOT: { description: Message } }
    columnKind: 'utf16CodeUnits'
    results: Result[]
  }[]
}
