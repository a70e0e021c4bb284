type Address = Record<string, string | string[] | undefined>

/** A work's page in parts, each on its own address; `all` = one under the other, for paper. */
export const projectParts = ['overview', 'months', 'money', 'file', 'history', 'all'] as const
export type ProjectPart = (typeof projectParts)[number]
export type ProjectParams = { part: ProjectPart; allMonths: boolean; before: number | null }

/** What the page of one work reads from its address; names what it cannot read. All months and earlier history say their part by themselves. */
export function readProjectParams(address: Address): { params: ProjectParams; wrong: string[] } {
  const { part, months, before, ...rest } = address
  const goodPart = part === undefined || (typeof part === 'string' && isPart(part))
  const goodMonths = months === undefined || months === 'all'
  const goodBefore = before === undefined || (typeof before === 'string' && /^[1-9]\d{0,11}$/.test(before))
  const wrong = [...(goodPart ? [] : ['part']), ...(goodMonths ? [] : ['months']), ...(goodBefore ? [] : ['before']), ...Object.keys(rest)]
  const allMonths = months === 'all'
  const from = goodBefore && before !== undefined ? Number(before) : null
  const told = goodPart && part !== undefined ? (part as ProjectPart) : null
  return { params: { part: told ?? (allMonths ? 'months' : from === null ? 'overview' : 'history'), allMonths, before: from }, wrong }
}

const isPart = (text: string): text is ProjectPart => (projectParts as readonly string[]).includes(text)

/** Where a part of a work's page is, and a place in it. */
export function projectHref(code: string, part: ProjectPart = 'overview', place?: string): string {
  const query = part === 'overview' ? '' : `?part=${part}`
  return `/projects/${code}${query}${place ? `#${place}` : ''}`
}
