import path from 'node:path'
import { readTree } from '../../support/tree.js'
import { request } from './page.js'

/**
 * Id under which the browser calls a Server Action: it stands in the code that the browser gets.
 *
 * @param folder a copy that was built
 * @param name the export of a 'use server' file
 * @throws Error when no browser gets it
 */
export function actionId(folder: string, name: string): string {
  const chunks = Object.values(readTree(path.join(folder, '.next/static')))
  const reference = new RegExp(`createServerReference\\)\\("([0-9a-f]+)"[^)]*"${name}"\\)`)
  const id = chunks.map((text) => reference.exec(text)?.[1]).find((found) => found !== undefined)
  if (!id) throw new Error(`No code of the browser calls ${name}.`)
  return id
}

/**
 * Calls a Server Action as a browser with JavaScript does.
 *
 * @param url of a page that has the action
 * @param args texts
 * @returns the text that the action returned
 * @throws Error when the server does not answer with a text
 */
export async function callAction(url: string, id: string, args: string[]): Promise<string> {
  const headers = {
    'next-action': id,
    accept: 'text/x-component',
    'content-type': 'text/plain;charset=UTF-8',
    origin: new URL(url).origin,
  }
  const { status, body } = await request(url, { method: 'POST', headers, body: JSON.stringify(args) })
  // Line 0 of the stream names the line that holds the result.
  const line = /^0:\{"a":"\$@(\w+)"/m.exec(body)?.[1]
  const result = line && new RegExp(`^${line}:(".*")$`, 'm').exec(body)?.[1]
  if (!result) throw new Error(`The action answered ${status}: ${body.slice(0, 500)}`)
  return String(JSON.parse(result))
}
