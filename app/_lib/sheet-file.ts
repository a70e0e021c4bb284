import type { z } from 'zod'
import type { Day } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { apiGet, publicGet } from './api'
import { demoDay, today } from './clock'
import { words } from './locale'
import type { Viewer } from './session'
import { type Sheet, workbookOf } from './sheet-book'
import type { SheetColumn } from './sheet-columns'
import { csvOf } from './sheet-csv'

export const sheetFormats = ['xlsx', 'csv'] as const
export type SheetFormat = (typeof sheetFormats)[number]

/** A list as it leaves the house: what it is, which filter it has, what its sums cover, its columns and its rows. */
export type ListSheet<Row> = {
  title: string
  /** Of which day it speaks. */
  day: Day
  /** The filter in words; none = everything one may see. */
  filter?: readonly string[]
  /** Sums with their coverage, remarks. */
  lines?: readonly string[]
  columns: readonly SheetColumn<Row>[]
  rows: Iterable<Row> | AsyncIterable<Row>
}

type Route = ReturnType<typeof publicGet>
export type Asked = { day: Day; t: Messages; path: Record<string, string> }

/** A list's address of its file: the parameters of the page, and `format`; a refusal of the query is a refusal of the file. */
export function sheetGet<Params extends z.ZodObject, Row>(
  params: Params,
  read: (viewer: Viewer, input: z.output<Params>, asked: Asked) => ListSheet<Row>,
): Route {
  return inFormats((format) =>
    apiGet(params, async (viewer, input, path) => {
      const t = await words()
      return listFile(read(viewer, input, { day: today(), t, path }), format, t)
    }),
  )
}

/** The same of a list that needs no sign-in: the plan's own tables. */
export function openSheetGet<Params extends z.ZodObject, Row>(
  params: Params,
  read: (input: z.output<Params>, asked: Pick<Asked, 'day' | 't'>) => ListSheet<Row>,
): Route {
  return inFormats((format) =>
    publicGet(params, async (input) => {
      const t = await words()
      return listFile(read(input, { day: today(), t }), format, t)
    }),
  )
}

function inFormats(as: (format: SheetFormat) => Route): Route {
  const routes = { xlsx: as('xlsx'), csv: as('csv') }
  return (request, context) => {
    const { format, address } = formatOf(new URL(request.url))
    return routes[format](new Request(address, { headers: request.headers }), context)
  }
}

/** A format nobody knows stays in the address, and is refused there by its name. */
function formatOf(address: URL): { format: SheetFormat; address: URL } {
  const [asked, ...more] = address.searchParams.getAll('format')
  const format = more.length > 0 ? undefined : sheetFormats.find((known) => known === asked)
  if (format) address.searchParams.delete('format')
  return { format: format ?? 'xlsx', address }
}

export function listFile<Row>(list: ListSheet<Row>, format: SheetFormat, t: Messages): Response {
  const sheet: Sheet<Row> = { name: list.title, about: aboutOf(list, t), columns: list.columns, rows: list.rows }
  const chunks = format === 'csv' ? csvOf(sheet) : workbookOf(sheet)
  return new Response(streamOf(chunks), { headers: headersOf(fill(t.exports.fileName, { title: list.title, day: list.day }), format) })
}

/** Title, day, filter and coverage stand above the head, a line each: nobody reads the figures without them. */
function aboutOf<Row>({ title, day, filter = [], lines = [] }: ListSheet<Row>, t: Messages): string[] {
  const { exports: told } = t
  const demo = demoDay()
  const narrowed = filter.length > 0 ? fill(told.filter, { filter: filter.join(told.between) }) : told.noFilter
  const marks = demo ? [fill(t.common.demo, { day: demo })] : []
  return [title, `${fill(told.asOf, { day })}${told.between}${narrowed}`, ...lines, ...marks]
}

const mediaTypes: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

function headersOf(name: string, format: SheetFormat): Record<string, string> {
  const ascii = name.replace(/[^\w.-]/g, '_')
  return {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${ascii}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}.${format}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  }
}

/** Rows are read as the reader takes the file; when the reader leaves, reading ends. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
