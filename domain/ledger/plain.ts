/** Marks nobody sees that spreadsheets and chats leave in cells. */
const unseen = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** As typed, without what nobody sees; an apostrophe that only keeps a spreadsheet from reckoning is no part of the words. */
export const seen = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')

/** Full-width digits and signs as plain ones, nothing between them: what figures, dates and heads are compared by. */
export const plain = (text: string): string => seen(text).normalize('NFKC').replace(/\s+/g, '')

export const hasFullWidth = (text: string): boolean => /[\uff01-\uff5e]/.test(text)

const notKnown = new Set([
  ...['', '/', '\\', '//', '-', '--', '---', '—', '——', '–', '_', '…', '……', '...', '?', '??', '*', '×', '××', 'x', 'xx'],
  ...['无', '暂无', '没有', '未知', '不详', '待定', '待核', '待核实', '待确定', '待明确', '未定', '暂缺', '缺', '空', '未填', '无数据'],
  ...['n/a', 'na', 'null', 'none'],
])

/** The cell says that it is not known, or says nothing: never zero. */
export const saysUnknown = (text: string): boolean => notKnown.has(plain(text).toLowerCase())

/** 项 目 名 称 and 项目\n名称 are 项目名称: the same words, however they were made to fit. Words of other scripts keep one space. */
export const joinedWords = (text: string): string =>
  seen(text)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')

/** A stored number as people read it: fifteen digits, as spreadsheets show them; 0.1+0.2 is 0.3. */
export const numberText = (value: number): string => String(Number(value.toPrecision(15)))

/** A, B … Z, AA: how a spreadsheet names a column. */
export function columnLetter(column: number): string {
  const rest = (column - 1) % 26
  const head = column > 26 ? columnLetter((column - 1 - rest) / 26) : ''
  return head + String.fromCharCode(65 + rest)
}

/** The name of a cell as people find it: F12. */
export const cellName = (column: number, row: number): string => `${columnLetter(column)}${row}`
