import { readXlsx } from 'hucre/xlsx'
import type { UserActor } from '../../domain/actor'
import { bytesOf } from './sheets'

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Cell = string | number | boolean | Date | null

/** A file as somebody opens it: the lines above the head, the heads, and every row by them. */
export type Opened = { status: number; about: string[]; heads: string[]; rows: Record<string, Cell>[] }

/** Asks a route for its workbook; what is refused has no rows. */
export async function opened(route: Route, query = '', path: Record<string, string | number> = {}): Promise<Opened> {
  const params = Object.fromEntries(Object.entries(path).map(([name, value]) => [name, String(value)]))
  const answer = await route(new Request(`http://localhost/export${query}`), { params: Promise.resolve(params) })
  if (answer.status !== 200) return { status: answer.status, about: [], heads: [], rows: [] }
  const all = (await readXlsx(await bytesOf(answer))).sheets[0]!.rows as Cell[][]
  const head = all.findIndex((row) => row.filter((cell) => cell !== null && cell !== '').length > 1)
  const heads = all[head]!.map(String)
  const rows = all
    .slice(head + 1)
    .map((row) => Object.fromEntries(heads.map((name, at) => [name, row[at] === '' ? null : (row[at] ?? null)])))
  return { status: 200, about: all.slice(0, head).map((row) => String(row[0])), heads, rows }
}

/** The same list as text. */
export async function asText(route: Route, query = '', path: Record<string, string | number> = {}): Promise<string> {
  const params = Object.fromEntries(Object.entries(path).map(([name, value]) => [name, String(value)]))
  const answer = await route(new Request(`http://localhost/export${query}${query ? '&' : '?'}format=csv`), {
    params: Promise.resolve(params),
  })
  return new TextDecoder().decode(await bytesOf(answer))
}

/** By whom a list is asked; the mock of the session reads it. */
export const viewerOf = (actor: UserActor) => ({ actor, locale: 'zh-CN' })

export const dayCell = (day: string): Date => new Date(`${day}T00:00:00Z`)
