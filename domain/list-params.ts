import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import type { Day } from './calendar'
import { reportStates } from './duty'
import { lightLevels } from './light'
import { chainIds, sectors } from './plan'
import { categories, industryClasses, projectLevels, stages } from './project'

export const sortKeys = ['code', 'name', 'approved', 'last-report'] as const
export type SortKey = (typeof sortKeys)[number]
/** Codes and names from the first, amounts from the largest, reports from the latest; `-` turns it round. What is not known stands last. */
export const listSorts = [...sortKeys, ...sortKeys.map((key) => `-${key}` as const)] as const
export type ListSort = (typeof listSorts)[number]

export function orderOf(sort: ListSort): { key: SortKey; descending: boolean } {
  const turned = sort.startsWith('-')
  const key = sortKeys.find((name) => name === sort.replace(/^-/, '')) ?? 'code'
  return { key, descending: turned !== (key === 'approved' || key === 'last-report') }
}
/** `none` = nobody has ever reported on it. */
export const reportFilters = [...reportStates, 'none'] as const
/** As a `period`: works of whatever period. */
export const everyPeriod = 'all'
/** `none` = in no chain; `unconfirmed` = our suggestion, or nobody knows. */
export const chainFilters = [...chainIds, 'none', 'unconfirmed'] as const

export const rowsAPage = 50
export const mostRows = 200

/** Where a page begins: after (or, turned back, before) the row with this sort value and code; `at` = its number in the list, for “51–100”. */
export type Cursor = { sort: ListSort; value: string | number | null; code: string; back: boolean; at: number }

const cursorParts = z.tuple([
  z.enum(listSorts),
  z.union([z.string().max(200), z.int(), z.null()]),
  z.string().regex(/^P\d{4,6}$/),
  z.boolean(),
  z.int().min(0).max(10_000_000),
])

export function cursorText({ sort, value, code, back, at }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, value, code, back, at]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** null for anything that is not one of ours. */
export function cursorOf(text: string): Cursor | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    const [sort, value, code, back, at] = cursorParts.parse(JSON.parse(new TextDecoder().decode(bytes)))
    const isAmount = orderOf(sort).key === 'approved'
    return value === null || isAmount === (typeof value === 'number') ? { sort, value, code, back, at } : null
  } catch {
    return null
  }
}

const words = (most: number) => z.string().trim().min(1).max(most)
const cursor = z
  .string()
  .max(1200)
  .transform((text, context): Cursor => {
    const place = cursorOf(text)
    if (place) return place
    context.addIssue({ code: 'custom', message: 'malformed' })
    return z.NEVER
  })

/** The list's parameters, as they stand in an address: page and API alike. */
export const listParams = z.strictObject({
  q: z.string().trim().max(80).optional(),
  box: z
    .string()
    .regex(/^\d{1,2}-\d{1,2}$/)
    .optional(),
  sector: z.enum(sectors).optional(),
  class: words(60).optional(),
  chain: z.enum(chainFilters).optional(),
  town: words(40).optional(),
  owner: z
    .string()
    .regex(/^(none|[1-9]\d{0,8})$/)
    .optional()
    .describe('the number of an organisation that is 业主 or 责任单位 of the work; none: no 业主 yet'),
  stage: z.enum(stages).optional(),
  category: z.enum(categories).optional(),
  level: z.enum(projectLevels).optional(),
  industryClass: z.enum(industryClasses).optional(),
  leader: words(40).optional(),
  light: z.enum(lightLevels).optional(),
  report: z.enum(reportFilters).optional(),
  period: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,19}$/)
    .optional()
    .describe('the library of a plan period; all: of every period; without it of the period that began last'),
  sort: z.enum(listSorts).optional(),
  limit: wholeParameter(1, mostRows).optional(),
  cursor: cursor.optional(),
})
export type ListParams = z.output<typeof listParams>
export type ListParamName = keyof ListParams

/** What narrows the list, without how it is shown. */
export const filterNames = [
  ...(['q', 'box', 'sector', 'class', 'chain', 'town', 'owner', 'stage', 'category'] as const),
  ...(['level', 'industryClass', 'leader', 'light', 'report', 'period'] as const),
] as const
export type FilterName = (typeof filterNames)[number]
/** `on` = the day by which a work belongs to the library of a period; no parameter of an address. */
export type ListFilter = Pick<ListParams, FilterName> & { on?: Day }

type Address = Record<string, string | string[] | undefined>

/** For a page: the parameters that can be read, and the names of those that cannot; an empty field of a form is no parameter. */
export function readListParams(address: Address): { params: ListParams; wrong: string[] } {
  const given = Object.entries(address).filter(([, value]) => value !== undefined && value !== '')
  const read = given.map(([name, value]) => [name, listParams.safeParse({ [name]: value })] as const)
  const params: ListParams = Object.assign({}, ...read.map(([, parsed]) => parsed.data ?? {}))
  const wrong = read.filter(([, parsed]) => !parsed.success).map(([name]) => name)
  if (params.cursor && params.cursor.sort !== sortOf(params))
    return { params: { ...params, cursor: undefined }, wrong: [...wrong, 'cursor'] }
  return { params, wrong }
}

export const sortOf = (params: Pick<ListParams, 'sort'>): ListSort => params.sort ?? 'code'

/** The address of the same list with something changed; any change but of the cursor begins at its first page. */
export function listQuery(params: ListParams, change: Partial<Record<ListParamName, string | null>> = {}): string {
  const query = new URLSearchParams()
  for (const name of [...filterNames, 'sort', 'limit'] as const) {
    const value = name in change ? change[name] : params[name]
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  if (change.cursor) query.set('cursor', change.cursor)
  const text = query.toString()
  return text ? `?${text}` : ''
}
