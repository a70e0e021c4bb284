import { type HeadCell, type PaperTable, paperWords } from '../../domain/official-document'
import { escaped, htmlText } from './markup'
import { accountSign, type References } from './references'

/** On a narrow screen the table moves sideways in its own frame, by keyboard too. */
export function tableHtml(table: PaperTable, references: References, under: string): string {
  const label = escaped(`${paperWords.table}${references.tables.indexOf(table) + 1}：${table.caption ?? under}`)
  const body = table.rows.length === 0 ? emptyRow(table) : table.rows.map((cells) => rowHtml(cells, table)).join('\n')
  return `<div class="wide${table.widths.length > 8 ? ' many most' : table.widths.length > 4 ? ' many' : ''}" role="region" tabindex="0" aria-label="${label}"><table>${captionHtml(table, references)}${columnsHtml(table)}\n<thead>${headHtml(table)}</thead>\n<tbody>\n${body}\n</tbody></table></div>`
}

function captionHtml({ caption, unit, account }: PaperTable, references: References): string {
  const sign = accountSign(account, references)
  if (caption === null && unit === null && sign === '') return ''
  const unitText = unit === null ? '' : `<span class="unit">${paperWords.unit}${escaped(unit)}</span>`
  return `<caption>${escaped(caption ?? '')}${sign}${unitText}</caption>`
}

function columnsHtml({ widths }: PaperTable): string {
  const sum = widths.reduce((all, share) => all + share, 0)
  return `<colgroup>${widths.map((share) => `<col width="${((share / sum) * 100).toFixed(2)}%">`).join('')}</colgroup>`
}

const headHtml = ({ head }: PaperTable): string => head.map((cells) => `<tr>${cells.map(headCellHtml).join('')}</tr>`).join('')

function headCellHtml({ text, across = 1, down = 1 }: HeadCell): string {
  const scope = across > 1 ? `colgroup" colspan="${across}` : 'col'
  return `<th scope="${scope}"${down > 1 ? ` rowspan="${down}"` : ''}>${htmlText(text)}</th>`
}

/** A figure, a number or a day stays on one line. */
const whole = /^[!-~≥]{2,16}$/

/** The first cell names its row. */
function rowHtml(cells: readonly string[], { widths, align }: PaperTable): string {
  const drawn = widths.map((_, at) => {
    const side = align[at] ?? 'left'
    const cell = cells[at] ?? ''
    const names = [...(side === 'left' ? [] : [side]), ...(whole.test(cell) ? ['whole'] : [])].join(' ')
    const look = names === '' ? '' : ` class="${names}"`
    const text = htmlText(cell)
    return at === 0 ? `<th scope="row"${look}>${text}</th>` : `<td${look}>${text}</td>`
  })
  return `<tr>${drawn.join('')}</tr>`
}

const emptyRow = ({ widths }: PaperTable): string => `<tr><td class="center" colspan="${widths.length}">${paperWords.noRows}</td></tr>`
