type Address = Record<string, string | string[] | undefined>
export type ProjectParams = { allMonths: boolean; before: number | null }

/** What the page of one work reads from its address; names what it cannot read. */
export function readProjectParams(address: Address): { params: ProjectParams; wrong: string[] } {
  const { months, before, ...rest } = address
  const goodMonths = months === undefined || months === 'all'
  const goodBefore = before === undefined || (typeof before === 'string' && /^[1-9]\d{0,11}$/.test(before))
  const wrong = [...(goodMonths ? [] : ['months']), ...(goodBefore ? [] : ['before']), ...Object.keys(rest)]
  return { params: { allMonths: months === 'all', before: goodBefore && before !== undefined ? Number(before) : null }, wrong }
}
