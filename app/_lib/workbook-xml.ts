import { cannotRead } from '../../domain/ledger/unreadable'
import { workbookLimits as limits } from './workbook-limits'

/** `tag` is what stands between < and >, as bytes; names are local: x:row is row. */
export type XmlEvents = {
  open: (name: string, tag: Buffer, closed: boolean) => void
  close: (name: string) => void
  text: (text: Buffer, coded: boolean) => void
}

const [less, more, slash, bang, quote, apostrophe, question] = [...Buffer.from('<>/!"\'?')] as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]
const longestTag = 65_536
const longestText = limits.cellLength * 8

/**
 * Just enough XML for a workbook, a piece at a time: elements, attributes, text, CDATA. It knows no document type and no
 * entities of one's own: a file that declares any is refused.
 */
export class XmlReader {
  private rest: Buffer = Buffer.alloc(0)

  constructor(
    private readonly where: string,
    private readonly events: XmlEvents,
  ) {}

  push(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
    let at = 0
    for (;;) {
      const next = this.step(bytes, at)
      if (next === at) break
      at = next
    }
    // A copy: the piece it stands in may be large, and is let go.
    this.rest = Buffer.from(bytes.subarray(at))
    if (this.rest.length > longestText) this.damaged()
  }

  end(): void {
    if (this.rest.toString('latin1').trim() !== '') this.damaged()
  }

  /** Reads one piece of markup or text at `at`; gives `at` back when the rest of it has not come yet. */
  private step(bytes: Buffer, at: number): number {
    if (at >= bytes.length) return at
    if (bytes[at] !== less) {
      const end = bytes.indexOf(less, at)
      if (end < 0) return at
      this.events.text(bytes.subarray(at, end), true)
      return end
    }
    const kind = bytes[at + 1]
    if (kind === undefined) return at
    if (kind === bang) return this.declaration(bytes, at)
    if (kind === question) return after(bytes, '?>', at)
    const end = tagEnd(bytes, at + 1)
    if (end < 0) return bytes.length - at > longestTag ? this.damaged() : at
    this.tag(bytes.subarray(at + 1, end))
    return end + 1
  }

  private declaration(bytes: Buffer, at: number): number {
    const start = bytes.toString('latin1', at, at + 9)
    if (start.startsWith('<!--')) return after(bytes, '-->', at + 4, at)
    if (start === '<![CDATA[') {
      const end = bytes.indexOf(']]>', at)
      if (end < 0) return at
      this.events.text(bytes.subarray(at + 9, end), false)
      return end + 3
    }
    if (start.length < 9) return at
    return cannotRead('file-entities', { where: this.where })
  }

  private tag(tag: Buffer): void {
    if (tag[0] === slash) this.events.close(localName(tag, 1))
    else this.events.open(localName(tag, 0), tag, tag.at(-1) === slash)
  }

  private damaged(): never {
    return cannotRead('file-damaged', { where: this.where })
  }
}

const after = (bytes: Buffer, mark: string, from: number, at = from): number => {
  const end = bytes.indexOf(mark, from)
  return end < 0 ? at : end + mark.length
}

/** A > inside a quoted value ends no tag. */
function tagEnd(bytes: Buffer, from: number): number {
  let quoted = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (quoted !== 0) {
      if (byte === quoted) quoted = 0
    } else if (byte === more) return at
    else if (byte === quote || byte === apostrophe) quoted = byte
  }
  return -1
}

function localName(tag: Buffer, from: number): string {
  let [start, end] = [from, from]
  for (; end < tag.length; end++) {
    const byte = tag[end]!
    if (byte === 0x3a) start = end + 1
    if (byte <= 0x20 || byte === slash) break
  }
  return tag.toString('latin1', start, end)
}

/** A name comes after a space and is short: a tag of a long word costs no more than its length. */
const attribute = /\s([\w:.-]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Attributes by local name. */
export function attributesOf(tag: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of tag.toString('utf8').matchAll(attribute))
    found.set(name.slice(name.indexOf(':') + 1), decoded(double ?? single ?? ''))
  return found
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML and numbered characters; any other stays as it is written. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? named[name]! : whole
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd'
  })
}

/** How spreadsheets write characters that XML has no room for: _x000D_. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text
