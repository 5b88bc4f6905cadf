import type { Directive } from './types.js'

// No part can match in two ways, so a banner of slashes or a run of spaces costs no backtracking.
const directivePrologue =
  /^(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|(['"])use strict\1;?)*(['"])(use client|use server|use cache)\2/

/** The directive at the top of a file, found without parsing it. */
export function topDirective(bytes: Buffer | undefined): Directive | null {
  // A licence header may stand above it, but not more than that.
  const found = bytes && directivePrologue.exec(bytes.subarray(0, 8192).toString('utf8'))?.[3]
  return (found as Directive | undefined) ?? null
}
