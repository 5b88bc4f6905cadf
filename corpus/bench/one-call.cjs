// The cheapest transform that one would write for jscodeshift alone: parse every file, look for calls of one name.
'use strict'

module.exports = function oneCall(file, api) {
  api.jscodeshift(file.source).find(api.jscodeshift.CallExpression, { callee: { name: 'revalidateTag' } })
  return undefined
}
