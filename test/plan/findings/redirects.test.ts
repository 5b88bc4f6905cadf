import { describe, expect, test } from 'vitest'
import type { Tree } from '../../support/tree.js'
import { actions, findings } from './support.js'

const inAction = (body: string): Tree => actions(`export async function save(id: string) {\n${body}\n}`)

describe('invalidation after a redirect', () => {
  test.each([
    ['redirect', "redirect('/a')\nupdateTag('a')", 4],
    ['a namespace', "nav.notFound()\nupdateTag('a')", 4],
    ['forbidden', "nav.forbidden()\nupdateTag('a')", 4],
    ['an awaited one', "await redirect('/a')\nupdateTag('a')", 4],
    ['a returned one', "return redirect('/a')\nupdateTag('a')", 4],
    ['a return', "return\nupdateTag('a')", 4],
    ['a throw', "throw new Error()\nupdateTag('a')", 4],
    ['both branches', "if (id) redirect('/a')\nelse { notFound() }\nupdateTag('a')", 5],
    ['a block', "{ redirect('/a') }\nupdateTag('a')", 4],
    ['one before the block it stands in', "redirect('/a')\nif (id) { updateTag('a') }", 4],
    ['one in the same case', "switch (id) { case 'a': redirect('/a')\nupdateTag('a') }", 4],
  ])('is found after %s', (_, body, line) => {
    expect(findings(inAction(body), 'invalidate-after-redirect')).toEqual([`app/actions.ts:${line}`])
  })

  test.each([
    ['behind a condition', "if (id) redirect('/a')\nupdateTag('a')"],
    ['in one branch', "if (id) { redirect('/a') } else {}\nupdateTag('a')"],
    ['in another case', "switch (id) { case 'a': redirect('/a')\ncase 'b': updateTag('a') }"],
    ['in a closure', "const go = () => redirect('/a')\nupdateTag('a')"],
    ['in a try', "try { redirect('/a') } catch {}\nupdateTag('a')"],
    ['in a loop', "for (const a of id) redirect(a)\nupdateTag('a')"],
    ['as an operand', "id && redirect('/a')\nupdateTag('a')"],
    ['after it', "updateTag('a')\nredirect('/a')"],
    ['of another name', "nav.useRouter()\nupdateTag('a')"],
    ['that a parameter hides', "const f = (redirect) => { redirect('/a')\nupdateTag('a') }\nf(id)"],
  ])('is not found with a redirect %s', (_, body) => {
    expect(findings(inAction(body), 'invalidate-after-redirect')).toEqual([])
  })

  test('is not found in a function that is declared after the return', () => {
    const body = "return later()\nfunction later() {\nupdateTag('a')\n}"
    expect(findings(inAction(body), 'invalidate-after-redirect')).toEqual([])
  })
})

describe('a swallowed redirect', () => {
  const id = 'redirect-swallowed'

  test.each([
    ['keeps nothing', "try { updateTag('a')\nredirect('/a') } catch {}", 4],
    ['returns', "try { updateTag('a')\nredirect('/a') } catch (e) { return { e } }", 4],
    [
      'throws something else',
      "updateTag('a')\ntry { redirect('/a') } catch (e) { throw new Error('x', { cause: e }) }",
      4,
    ],
    ['goes elsewhere', "updateTag('a')\ntry { redirect('/a') } catch (e) { redirect('/b') }", 4],
    [
      'stands further out',
      "updateTag('a')\ntry { try { redirect('/a') } catch (e) { throw e } } catch (e) {}",
      4,
    ],
    ['follows a condition', "updateTag('a')\ntry { if (id) { notFound() } } catch (e) { log(e) }", 4],
  ])('is found where the catch %s', (_, body, line) => {
    expect(findings(inAction(body), id)).toEqual([`app/actions.ts:${line}`])
  })

  test.each([
    ['the catch throws it on', "try { updateTag('a')\nredirect('/a') } catch (e) { throw e }"],
    [
      'the catch throws it on as something',
      "try { updateTag('a')\nredirect('/a') } catch (e) { throw e as Error }",
    ],
    [
      'the catch throws some on',
      "try { updateTag('a')\nredirect('/a') } catch (e) { if (isRedirectError(e)) throw e }",
    ],
    [
      'Next.js throws it on',
      "try { updateTag('a')\nredirect('/a') } catch (e) { unstable_rethrow(e)\nlog(e) }",
    ],
    [
      'the promise fails with it',
      "try { updateTag('a')\nredirect('/a') } catch (e) { return Promise.reject(e) }",
    ],
    ['the same one follows', "try { updateTag('a')\nredirect('/a') } catch (e) { redirect('/a') }"],
    [
      'the same one follows on several lines',
      "updateTag('a')\ntry { redirect(a('/a', id)) } catch (e) { redirect(\n  a('/a',\n    id)\n) }",
    ],
    ['there is no catch', "try { updateTag('a')\nredirect('/a') } finally { log() }"],
    ['it stands in the catch', "try { updateTag('a') } catch (e) { redirect('/a') }"],
    ['it stands in the finally', "try { updateTag('a') } catch (e) {} finally { redirect('/a') }"],
    ['it stands behind the try', "try { updateTag('a') } catch (e) {}\nredirect('/a')"],
    ['nothing is invalidated', "try { redirect('/a') } catch (e) {}"],
    ['it is another redirect', "try { updateTag('a')\nid.redirect('/a') } catch (e) {}"],
  ])('is not found where %s', (_, body) => {
    expect(findings(inAction(body), id)).toEqual([])
  })

  test('is found beside a function that invalidates', () => {
    const body =
      "async function expire() { updateTag('a') }\nexport async function save() {\nawait expire()\ntry {\nredirect('/a')\n} catch (e) {}\n}"
    expect(findings(actions(body), id)).toEqual(['app/actions.ts:6'])
  })

  test('is found in what a builder makes an action of', () => {
    const body =
      "export const save = builder.action(async () => {\nupdateTag('a')\ntry {\nredirect('/a')\n} catch (e) {}\n})"
    expect(findings(actions(body), id)).toEqual(['app/actions.ts:5'])
  })
})
