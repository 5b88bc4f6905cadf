import { Hono } from 'hono'
import { comments } from './comments'

export const api = new Hono().basePath('/api').route('/comments', comments)
