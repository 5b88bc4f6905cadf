import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Credentials, Source } from './types.js'

const schemes = ['https:', 'http:', 'ssh:', 'git:', 'file:']

/** `git@host:path`, as git tells it from a path: a colon before any slash, and no drive letter. */
const scp = /^(?:[^\s/:@]+@)?[^\s/:@]{2,}:(?!\/\/)[^\s].*$/

/**
 * Reads what a manifest names as a repository.
 *
 * @param text a URL of git, `host:path`, or a path
 * @param folder absolute; relative paths count from there
 * @returns the source, or one sentence that says what is wrong
 */
export function readSource(text: string, folder: string): Source | string {
  if (text.trim() === '') return 'the repository is empty.'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(text)) return 'the repository holds control characters.'
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return readUrl(text)
  if (text.includes('::')) return `"${text.split('::')[0]}::" is a transport that can run programs.`
  const path = resolve(folder, text)
  if (!existsSync(path) && scp.test(text)) return readScp(text)
  return { kind: 'local', path, name: text }
}

function readUrl(text: string): Source | string {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return 'the URL is not valid.'
  }
  if (!schemes.includes(url.protocol)) {
    return `${url.protocol}// is no transport that is used here. Use https, ssh, git, http or file.`
  }
  if (url.search !== '') return 'git takes no address with a query. Use a credential helper for tokens.'
  const secrets = secretsOf(url)
  if (url.protocol === 'file:') return { kind: 'url', url: text, name: url.pathname, credentials: null }
  const isSsh = url.protocol === 'ssh:'
  const clean = new URL(url)
  clean.password = ''
  // The user of ssh is part of the address; on the web it may be a token.
  if (!isSsh) clean.username = ''
  const name = `${url.host}${url.pathname.replace(/\/+$/, '').replace(/\.git$/, '')}`
  if (clean.href === url.href) return { kind: 'url', url: text, name, credentials: null }
  return { kind: 'url', url: clean.href, name, credentials: { whole: text, secrets } }
}

/** Shorter ones would be found in innocent words; in an address they are hidden all the same. */
const shortestPassword = 4
const shortestToken = 12

function secretsOf({ username, password, protocol }: URL): Credentials['secrets'] {
  const isToken = protocol !== 'ssh:' && password === '' && username.length >= shortestToken
  return [
    ...new Set([password, decoded(password), ...(isToken ? [username, decoded(username)] : [])]),
  ].filter((secret) => secret.length >= shortestPassword)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return part
  }
}

function readScp(text: string): Source {
  const [, host = '', path = ''] = /^(?:[^@]+@)?([^:]+):(.*)$/.exec(text) ?? []
  const name = `${host}/${path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')}`
  return { kind: 'url', url: text, name, credentials: null }
}

/** The same text for every spelling of one repository: transport, `.git`, user and case of the host do not count. */
export function identityOf(source: Source): string {
  if (source.kind === 'local') return `path:${source.path.replace(/[\\/]+(\.git)?$/, '')}`
  const [host = '', ...path] = source.name.split('/')
  return source.url.startsWith('file:')
    ? `path:${source.name.replace(/\/+$/, '')}`
    : `url:${host.toLowerCase()}/${path.join('/')}`
}

/** A name for files of a repository: its last two parts in plain characters, and the key. */
export function slugOf(name: string, key: string): string {
  const parts = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const words = parts.slice(-2).join('__') || basename(name)
  const plain = words
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
  return `${plain}-${key}`
}

/** Host, and owner with name, of an address; null for a path. */
export function hostOf(source: Source): { host: string; path: string } | null {
  if (source.kind === 'local' || source.url.startsWith('file:')) return null
  const slash = source.name.indexOf('/')
  return { host: source.name.slice(0, slash), path: source.name.slice(slash + 1) }
}

/** The secrets of a source; null without any. */
export function credentialsOf(source: Source): Credentials | null {
  return source.kind === 'url' ? source.credentials : null
}

/** What git is called with: a path or a URL without credentials. */
export function addressOfSource(source: Source): string {
  return source.kind === 'local' ? source.path : source.url
}
