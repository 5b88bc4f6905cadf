import { test } from 'vitest'
import { expireSeed } from './seed'

test('expires', () => expireSeed())
