import { posix } from 'node:path'
import { cannotRead } from '../../domain/ledger/unreadable'
import { workbookLimits as limits, Turns } from './workbook-limits'
import { attributesOf, type XmlEvents, XmlReader } from './workbook-xml'
import type { Zip } from './workbook-zip'

type Relation = { type: string; target: string }
export type SheetPart = { name: string; hidden: boolean; part: string }
export type BookParts = { sheets: SheetPart[]; strings: string | null; styles: string | null; from1904: boolean }

/** Reads a whole part piece by piece, and lets others have their turn in between. */
export async function readPart(zip: Zip, part: string, events: Partial<XmlEvents>, most: number = limits.partBytes): Promise<void> {
  const nothing = () => {}
  const reader = new XmlReader(part, { open: nothing, close: nothing, text: nothing, ...events })
  const turns = new Turns()
  let size = 0
  for await (const chunk of zip.open(part)) {
    size += chunk.length
    if (size > most) cannotRead('file-bomb', { where: part })
    reader.push(chunk)
    if (turns.due()) await turns.pass()
  }
  reader.end()
}

/** Where the sheets, the strings and the styles of a workbook are; anything it should not carry is refused here. */
export async function bookParts(zip: Zip): Promise<BookParts> {
  refuseUnwanted(zip.names)
  const root = await relationsOf(zip, '')
  const book = [...root.values()].find(({ type }) => type === 'officeDocument')?.target
  if (book === undefined || !zip.has(book) || !/\bworkbook\d*\.xml$/i.test(book)) cannotRead('file-ods')
  const relations = await relationsOf(zip, book)
  if ([...relations.values()].some(({ type }) => /vba|macrosheet/i.test(type))) cannotRead('file-macros')
  if ([...relations.values()].some(({ type }) => type === 'externalLink')) cannotRead('file-external')
  const { sheets, from1904 } = await sheetsOf(zip, book, relations)
  const partOf = (wanted: string): string | null => {
    const target = [...relations.values()].find(({ type }) => type === wanted)?.target
    return target !== undefined && zip.has(target) ? target : null
  }
  return { sheets, from1904, strings: partOf('sharedStrings'), styles: partOf('styles') }
}

function refuseUnwanted(names: readonly string[]): void {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/vbaProject\.bin$|\/macrosheets\//i)) cannotRead('file-macros')
  if (has(/xl\/workbook\.bin$/i)) cannotRead('file-xlsb')
  if (has(/xl\/externalLinks\/[^/]+\.xml$/i)) cannotRead('file-external')
  if (!has(/^_rels\/\.rels$/i)) cannotRead(has(/^\[Content_Types\]\.xml$/i) ? 'file-damaged' : 'file-ods', { where: '_rels/.rels' })
}

async function relationsOf(zip: Zip, part: string): Promise<Map<string, Relation>> {
  const file = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
  const relations = new Map<string, Relation>()
  if (!zip.has(file)) return relations
  const open = (name: string, tag: Buffer): void => {
    if (name !== 'Relationship') return
    const found = attributesOf(tag)
    const target = found.get('Target') ?? ''
    const full = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target)
    const type = (found.get('Type') ?? '').split('/').at(-1) ?? ''
    relations.set(found.get('Id') ?? '', { type, target: full })
  }
  await readPart(zip, file, { open }, limits.ratioFrom)
  return relations
}

async function sheetsOf(zip: Zip, book: string, relations: ReadonlyMap<string, Relation>): Promise<Pick<BookParts, 'sheets' | 'from1904'>> {
  const sheets: SheetPart[] = []
  let from1904 = false
  const open = (name: string, tag: Buffer): void => {
    if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributesOf(tag).get('date1904') ?? '')
    if (name !== 'sheet') return
    const found = attributesOf(tag)
    const relation = relations.get(found.get('id') ?? '')
    if (relation?.type !== 'worksheet') return
    sheets.push({ name: found.get('name') ?? '', hidden: (found.get('state') ?? 'visible') !== 'visible', part: relation.target })
    if (sheets.length > limits.sheets) cannotRead('file-too-many-sheets', { max: limits.sheets })
  }
  await readPart(zip, book, { open })
  if (sheets.length === 0) cannotRead('file-no-sheets')
  const missing = sheets.find(({ part }) => !zip.has(part))
  if (missing) cannotRead('file-damaged', { where: missing.part })
  return { sheets, from1904 }
}
