import type { Clause, PastIndicator, PlanBox, PlanIndicator, PlanItem } from '../../domain/plan'
import { plan, planLines } from './index'

export type Problem = { problem: string; where: string }

/** Words that must stand on one of the lines `from`…`to` (1-based, inclusive); a clause has one line and at most 200 characters. */
type Quote = { where: string; from: number; to: number; words: string; short: boolean }

/** A printed table cell that must be the whole of its line; null means the cell is blank or `-`. */
type Cell = { where: string; line: number; printed: string | null }

const longestQuote = 200
/** An item may go on below its clause, up to the next item, but never further than this; words from two lines are joined by a line break. */
const longestItem = 6

const quoteOn = (where: string, line: number, words: string): Quote => ({ where, from: line, to: line, words, short: true })
const clauseQuote = (where: string, clause: Clause) => quoteOn(where, clause.line, clause.quote)

function itemWords(item: PlanItem): [string, string | null][] {
  const amounts = item.investment ? [item.investment, ...item.investment.parts] : []
  return [
    ['owner', item.owner],
    ['place', item.place],
    ['schedule', item.schedule],
    ['description', item.description],
    ...item.quantities.map((quantity): [string, string] => [`quantity ${quantity.what}`, quantity.text]),
    ...amounts.map((amount): [string, string] => ['investment', amount.text]),
    ...amounts.map((amount): [string, string | null] => ['qualifier', amount.qualifier]),
  ]
}

function itemQuotes(box: PlanBox, item: PlanItem): Quote[] {
  const from = item.clause.line
  const later = box.items.map((other) => other.clause.line).filter((line) => line > from)
  const to = Math.min(from + longestItem, ...later.map((line) => line - 1))
  const words = itemWords(item)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .flatMap(([field, text]) => text.split('\n').map((part) => ({ where: `${item.code} ${field}`, from, to, words: part, short: false })))
  const heading = item.class === null ? [] : [{ where: `${item.code} class`, from: box.clause.line, to, words: item.class, short: false }]
  return [clauseQuote(item.code, item.clause), ...words, ...heading]
}

function boxQuotes(box: PlanBox): Quote[] {
  const where = `box ${box.id}`
  return [
    clauseQuote(where, box.clause),
    quoteOn(`${where} title`, box.clause.line, box.title),
    ...box.items.flatMap((item) => itemQuotes(box, item)),
  ]
}

function chainQuotes(): Quote[] {
  return plan.chains.flatMap((chain) => {
    const where = `chain ${chain.id}`
    const target = chain.target ? [quoteOn(`${where} target`, chain.clause.line, chain.target.text)] : []
    const members = [...chain.firms, ...chain.parks].flatMap((member) => [
      clauseQuote(`${where} ${member.name}`, member.clause),
      quoteOn(`${where} ${member.name}`, member.clause.line, member.name),
    ])
    return [clauseQuote(where, chain.clause), ...target, ...members]
  })
}

function targetQuotes(): Quote[] {
  return plan.targets.flatMap((target) => [
    clauseQuote(`target ${target.code}`, target.clause),
    quoteOn(`target ${target.code} text`, target.clause.line, target.text),
  ])
}

function projectQuotes(): Quote[] {
  return plan.projects.flatMap(({ code, chain }) => (chain.basis === 'stated' ? [clauseQuote(`${code} chain`, chain.clause)] : []))
}

function registerQuotes(): Quote[] {
  return plan.register.flatMap(({ code, a, b }) => [
    quoteOn(`${code} a`, a.line, a.text),
    ...(b ? [quoteOn(`${code} b`, b.line, b.text)] : []),
  ])
}

function placeQuotes(): Quote[] {
  return plan.places.flatMap(({ code, name, clause }) => [
    clauseQuote(`place ${code}`, clause),
    quoteOn(`place ${code} name`, clause.line, name),
  ])
}

function allQuotes(): Quote[] {
  return [
    ...plan.boxes.flatMap(boxQuotes),
    ...projectQuotes(),
    ...chainQuotes(),
    ...targetQuotes(),
    ...plan.indicators.map((row) => clauseQuote(`indicator ${row.no}`, row.clause)),
    ...plan.indicators13.map((row) => clauseQuote(`13th-plan row ${row.no}`, row.clause)),
    ...plan.chapterTen.map((entry) => clauseQuote(entry.code, entry.clause)),
    ...placeQuotes(),
    ...registerQuotes(),
    ...plan.candidates.map((candidate) => clauseQuote(`candidate ${candidate.code}`, candidate.clause)),
  ]
}

/** Below its name a row of the main table has three lines: 2020, 2025, 属性. */
function indicatorCells(row: PlanIndicator): Cell[] {
  const where = `indicator ${row.no}`
  const { line } = row.clause
  return [
    { where: `${where} number`, line: line - 1, printed: row.no },
    { where: `${where} 2020`, line: line + 1, printed: row.value2020 },
    { where: `${where} 2025`, line: line + 2, printed: row.target2025?.text ?? null },
    { where: `${where} 2025 value`, line: line + 2, printed: row.target2025?.value ?? null },
    { where: `${where} kind`, line: line + 3, printed: row.kindText },
  ]
}

const unitOnly = /^（[^（）]+）$/

/** Below its name a row of the 13th-plan table has six lines; its unit may stand on a line of its own before them. */
function pastCells(lines: string[], row: PastIndicator): Cell[] {
  const printed = [...Object.values(row.values), row.growth]
  const below = Array.from({ length: 9 }, (_, offset) => row.clause.line + 1 + offset)
  const unitLine = below.slice(0, 2).find((line) => unitOnly.test(lineAt(lines, line).trim()))
  const first = unitLine === undefined ? row.clause.line + 1 : unitLine + 1
  return printed.map((value, index) => ({ where: `13th-plan row ${row.no} column ${index + 1}`, line: first + index, printed: value }))
}

function allCells(lines: string[]): Cell[] {
  return [...plan.indicators.flatMap(indicatorCells), ...plan.indicators13.flatMap((row) => pastCells(lines, row))]
}

const lineAt = (lines: string[], line: number) => lines[line - 1] ?? ''

function quoteProblem(lines: string[], quote: Quote): Problem[] {
  const { where, from, to, words } = quote
  const at = from === to ? `line ${from}` : `lines ${from}–${to}`
  if (words === '') return [{ where, problem: `empty words for ${at}` }]
  if (quote.short && words.length > longestQuote) return [{ where, problem: `longer than ${longestQuote} characters: “${words}”` }]
  for (let line = from; line <= to; line += 1) if (lineAt(lines, line).includes(words)) return []
  return [{ where, problem: `not on ${at}: “${words}”` }]
}

function cellProblem(lines: string[], { where, line, printed }: Cell): Problem[] {
  const text = lineAt(lines, line).trim()
  if (printed === null ? text === '' || text === '-' : text === printed) return []
  return [{ where, problem: `line ${line} reads “${text}”, not ${printed === null ? 'a blank' : `“${printed}”`}` }]
}

function repeated(kind: string, codes: (string | number)[]): Problem[] {
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
  return twice.map((code) => ({ where: `${kind} ${code}`, problem: 'code used twice' }))
}

function codeProblems(): Problem[] {
  const codes = (list: { code: string }[]) => list.map(({ code }) => code)
  return [
    ...repeated(
      'box',
      plan.boxes.map(({ id }) => id),
    ),
    ...repeated(
      'item',
      plan.boxes.flatMap(({ items }) => codes(items)),
    ),
    ...repeated('project', codes(plan.projects)),
    ...repeated(
      'chain',
      plan.chains.map(({ id }) => id),
    ),
    ...repeated('target', codes(plan.targets)),
    ...repeated(
      'indicator',
      plan.indicators.map(({ no }) => no),
    ),
    ...repeated(
      '13th-plan row',
      plan.indicators13.map(({ no }) => no),
    ),
    ...repeated('chapter ten', codes(plan.chapterTen)),
    ...repeated('place', codes(plan.places)),
    ...repeated('candidate', codes(plan.candidates)),
    ...repeated('register', codes(plan.register)),
  ]
}

const itemsByCode = () => new Map(plan.boxes.flatMap(({ items }) => items).map((item) => [item.code, item]))

function sameAsProblems(): Problem[] {
  const items = itemsByCode()
  return [...items.values()].flatMap((item) =>
    item.sameAs.flatMap((code) => {
      const other = items.get(code)
      if (!other) return [{ where: item.code, problem: `same as ${code}, which is no item` }]
      if (code === item.code) return [{ where: item.code, problem: 'same as itself' }]
      return other.sameAs.includes(item.code) ? [] : [{ where: item.code, problem: `same as ${code}, but not the other way round` }]
    }),
  )
}

function projectProblems(): Problem[] {
  const items = itemsByCode()
  const named = plan.projects.flatMap((project) => project.items)
  const works = [...items.values()].filter(({ kind }) => kind === 'work')
  const counted = works.map(({ code }) => ({ code, times: named.filter((item) => item === code).length }))
  const strangers = plan.projects.flatMap(({ code, items: own }) =>
    own.filter((item) => items.get(item)?.kind !== 'work').map((item) => ({ where: code, problem: `${item} is no work` })),
  )
  const empty = plan.projects.filter((project) => project.items.length === 0).map(({ code }) => ({ where: code, problem: 'names no item' }))
  const wrong = counted
    .filter(({ times }) => times !== 1)
    .map(({ code, times }) => ({ where: code, problem: `in ${times} projects, not 1` }))
  return [...wrong, ...strangers, ...empty, ...repeatProblems()]
}

/** What `sameAs` calls the same work must stand in the same project, and nothing else beside it. */
function repeatProblems(): Problem[] {
  const items = itemsByCode()
  return plan.projects.flatMap(({ code, items: own }) =>
    own.flatMap((item) => {
      const same = new Set([item, ...(items.get(item)?.sameAs ?? [])])
      const differs = own.length !== same.size || own.some((other) => !same.has(other))
      return differs ? [{ where: code, problem: `sources ${own.join(', ')} differ from what ${item} is the same as` }] : []
    }),
  )
}

/** Re-reads a plan text and names everything in the data that does not stand in it, or does not fit together. */
export function checkPlan(text: string): Problem[] {
  const lines = text.replace(/\n$/, '').split('\n')
  const length = lines.length === planLines ? [] : [{ where: 'text', problem: `${lines.length} lines, not ${planLines}` }]
  return [
    ...length,
    ...allQuotes().flatMap((quote) => quoteProblem(lines, quote)),
    ...allCells(lines).flatMap((cell) => cellProblem(lines, cell)),
    ...codeProblems(),
    ...sameAsProblems(),
    ...projectProblems(),
  ]
}

/** How many quotes, texts and table cells `checkPlan` compares with the text. */
export function planCheckCount(): number {
  return allQuotes().length + plan.indicators.length * 5 + plan.indicators13.length * 6
}
