import { cannotRead } from '../../domain/ledger/unreadable'
import { workbookLimits as limits } from './workbook-limits'
import { readPart } from './workbook-parts'
import { decoded, unescaped } from './workbook-xml'
import type { Zip } from './workbook-zip'

/** The text of one <si> or <is>: its runs joined, without the sounds (<rPh>) that some add to Chinese. */
export class TextRuns {
  private text = ''
  private inText = false
  private inSounds = false

  open(name: string, closed: boolean): void {
    if (closed) return
    if (name === 't') this.inText = true
    if (name === 'rPh') this.inSounds = true
  }

  close(name: string): void {
    if (name === 't') this.inText = false
    if (name === 'rPh') this.inSounds = false
  }

  add(bytes: Buffer, coded: boolean): void {
    if (!this.inText || this.inSounds) return
    const text = bytes.toString('utf8')
    this.text += coded ? decoded(text) : text
  }

  take(): string {
    const text = unescaped(this.text)
    this.text = ''
    this.inText = false
    this.inSounds = false
    return text
  }
}

export async function readStrings(zip: Zip, part: string | null): Promise<readonly string[]> {
  if (part === null) return []
  const strings: string[] = []
  const runs = new TextRuns()
  const done = (): void => {
    const text = runs.take()
    if (text.length > limits.cellLength) cannotRead('cell-too-long', { sheet: part, cell: `#${strings.length}`, max: limits.cellLength })
    strings.push(text)
  }
  await readPart(zip, part, {
    open: (name, _, closed) => (name === 'si' && closed ? done() : runs.open(name, closed)),
    close: (name) => (name === 'si' ? done() : runs.close(name)),
    text: (bytes, coded) => runs.add(bytes, coded),
  })
  return strings
}
