import { ownCells } from './head-rows'
import { plain } from './plain'
import type { LedgerRowKind, RawRow } from './shapes'

const total = /^(?:.{0,20}(?:合计|小计|总计)(?:[:(\d].*)?|共计.*|累计|总共.*|本页计)$/
const section = /^(?:第?[一二三四五六七八九十]+[、.,]|\([一二三四五六七八九十]+\)|[IVX]+[、.])/
export const chineseSerial = /^(?:[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十]{1,3}\))$/
const note =
  /^(?:注\d*|备注|说明|填表说明|填报说明|填表人|填报人|制表人?|审核人?|审批人?|负责人|单位负责人|分管领导|联系人|联系电话|填报单位|填报时间|报送时间|填表时间|制表时间|填表日期|数据来源|数据截至|※|\*)(?:[:.、(签]|[^:]{0,6}:)/

/** Where the head says what: what a row is, is told by these columns. */
export type RowPlaces = { serial: number | null; name: number | null; heads: readonly ReadonlyMap<number, string>[] }

export function kindOf(raw: RawRow, { serial, name, heads }: RowPlaces): LedgerRowKind {
  const own = ownCells(raw)
  const [first] = own
  if (first === undefined) return 'blank'
  const text = plain(first.text)
  if (heads.some((head) => isSame(own, head))) return 'head'
  if (note.test(text)) return 'note'
  if (labelsOf(own, serial, name).some((label) => total.test(label))) return 'total'
  if (section.test(text) && (own.length === 1 || first.column !== name)) return 'section'
  if (first.column === serial && chineseSerial.test(text)) return 'section'
  return own.length === 1 && first.column !== name ? 'section' : own.length === 1 && isWide(first.merged) ? 'section' : 'data'
}

type Own = ReturnType<typeof ownCells>

/** What stands up to the name: 合计 is written under 序号, under 项目名称 or across both. */
function labelsOf(own: Own, serial: number | null, name: number | null): string[] {
  const last = Math.max(serial ?? 1, name ?? 1)
  return own.filter(({ column }) => column <= last).map(({ text }) => plain(text))
}

const isWide = (merged: Own[number]['merged']): boolean => merged !== undefined && merged.toColumn - merged.fromColumn >= 2

/** The head again, as on every printed page. */
function isSame(own: Own, head: ReadonlyMap<number, string>): boolean {
  const same = own.filter(({ column, text }) => plain(text) === head.get(column)).length
  return same >= 2 && same >= own.length * 0.6
}
