import { pastedCells } from './pasted-cells'

type Named = { code: string; name: string }
/** `unknown` = lines as they were pasted in which no work could be recognised. */
export type ScopeList = { codes: string[]; unknown: string[] }

const codeText = (text: string): string => text.normalize('NFKC').toUpperCase().trim()
const isCode = (text: string): boolean => /^P\d{4,6}$/.test(codeText(text))

/** Pasted codes or names: one a line, several codes in a line, or columns of a spreadsheet with the code or the name among them. */
export function readScopeList(text: string, works: readonly Named[]): ScopeList {
  const codes = new Set(works.map(({ code }) => code))
  const byName = new Map<string, string[]>()
  for (const { code, name } of works) byName.set(name, [...(byName.get(name) ?? []), code])
  const found = pastedCells(text.normalize('NFC'))
    .filter((cells) => cells.some(Boolean))
    .map((cells) => ({ cells, codes: codesIn(cells, codes, byName) }))
  return {
    codes: [...new Set(found.flatMap((line) => line.codes))],
    unknown: found.filter((line) => line.codes.length === 0).map(({ cells }) => cells.join(' ')),
  }
}

function codesIn(cells: readonly string[], codes: ReadonlySet<string>, byName: ReadonlyMap<string, string[]>): string[] {
  const tokens = cells.flatMap((cell) => cell.split(/[\s,，、;；]+/)).filter(isCode)
  if (tokens.length > 0) return tokens.every((token) => codes.has(codeText(token))) ? tokens.map(codeText) : []
  const named = cells.map((cell) => byName.get(cell) ?? []).find((matches) => matches.length > 0) ?? []
  // Two works of one name: only a code says which.
  return named.length === 1 ? named : []
}
