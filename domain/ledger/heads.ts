import type { LedgerField } from './fields'
import { headDictionary } from './head-dictionary'
import { plain } from './plain'
import type { ColumnGuess } from './shapes'

const exactly = new Map(headDictionary.flatMap(([field, { exact }]) => exact.map((saying) => [saying, field] as const)))

/** Without units, brackets with remarks, and the year: 2025年计划投资（万元） is 计划投资 of a year. */
const bare = (head: string): string =>
  plain(head)
    .toLowerCase()
    .replace(/\((?:单位:?)?(?:亿|万)?元?\)|[/,:](?:亿|万)?元$|(?:亿|万)元$/g, '')
    .replace(/\*/g, '')
    .replace('(%)', '%')

const yearIn = (head: string): number | null => {
  const [, year] = /(20\d{2})年?/.exec(head) ?? []
  return year === undefined ? null : Number(year)
}

/** What a head speaks of. The lowest line of a head in two rows says most: 投资（万元） 总投资. */
export function guessHead(head: string): ColumnGuess | null {
  const text = bare(head)
  if (text === '') return null
  const year = yearIn(text)
  const lines = head.split(' ').map(bare)
  const undated = (line: string): string => line.replace(/^20\d{2}(?=年)/, '').replace(/\(.*\)$/, '')
  for (const line of [lines.at(-1) ?? '', text, undated(lines.at(-1) ?? ''), undated(text), undated(text).replace(/^年/, '年度')]) {
    const field = exactly.get(line)
    if (field !== undefined) return { field: inGroup(field, text), sure: inGroup(field, text) === field, year }
  }
  const [field] = headDictionary.find(([, { within }]) => within?.test(text)) ?? []
  return field === undefined ? null : { field, sure: false, year }
}

/** 计划 and 累计 under a group that names the year speak of that year. */
function inGroup(field: LedgerField, text: string): LedgerField {
  if (field === 'cumulativeYuan' && /年度|本年|今年|20\d{2}年/.test(text) && !/开工|以来/.test(text)) return 'yearToDateYuan'
  return field
}

/** Whether a line of cells may be a head: how many of them the dictionary knows. */
export const knownHeads = (texts: readonly string[]): number =>
  texts.filter((text) => text.length <= 30 && !/[。；;]/.test(text) && guessHead(text) !== null).length
