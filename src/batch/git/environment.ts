import { devNull } from 'node:os'
import type { Credentials } from '../types.js'

/**
 * Settings that stand above every configuration file: nothing of a repository runs, and nothing of the person's own
 * settings changes bytes. What is needed to get at a remote (credential helpers, proxies, `insteadOf`, ssh) is not
 * touched, so that it works as by hand.
 */
const safe: readonly (readonly [string, string])[] = [
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.attributesFile', devNull],
  ['core.excludesFile', devNull],
  ['core.autocrlf', 'false'],
  ['core.protectHFS', 'true'],
  ['core.protectNTFS', 'true'],
  ['core.longpaths', 'true'],
  ['core.quotePath', 'false'],
  // A bare repository that lies in the tree as plain files is no repository.
  ['safe.bareRepository', 'explicit'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['push.followTags', 'false'],
  ['push.gpgSign', 'false'],
  ['protocol.ext.allow', 'never'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['i18n.commitEncoding', 'utf-8'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '60'],
]

/** Variables of git that say how to get at a remote or where git lies. All others would change what is done, or print. */
const kept =
  /^GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|SSL_\w+|PROXY_\w+|HTTP_\w+|EXEC_PATH|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|CONFIG_COUNT|CONFIG_KEY_\d+|CONFIG_VALUE_\d+)$/

/**
 * The environment for git, and for programs that call it.
 *
 * @param env that of this process; settings in its `GIT_CONFIG_COUNT` stay, below the safe ones
 * @param credentials used for the address without them, so that neither a command line nor a file holds them
 * @param address the address without credentials
 */
export function gitEnvironment(
  env: NodeJS.ProcessEnv,
  credentials: Credentials | null = null,
  address = '',
): NodeJS.ProcessEnv {
  const rest = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || kept.test(name))
  const own = credentials === null ? [] : [[`url.${credentials.whole}.insteadOf`, address] as const]
  const settings = [...safe, ...own]
  const before = Number(env.GIT_CONFIG_COUNT ?? 0) || 0
  const entries = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${before + index}`, key],
    [`GIT_CONFIG_VALUE_${before + index}`, value],
  ])
  return {
    ...Object.fromEntries([...rest, ...entries]),
    GIT_CONFIG_COUNT: String(before + settings.length),
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    SSH_ASKPASS_REQUIRE: 'never',
    LC_ALL: 'C',
  }
}
