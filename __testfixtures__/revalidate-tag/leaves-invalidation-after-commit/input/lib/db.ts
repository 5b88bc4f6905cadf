import { PrismaClient } from '@prisma/client'
import { Kysely } from 'kysely'
import postgres from 'postgres'

export const prisma = new PrismaClient()
export const db = new Kysely()
export const sql = postgres()
