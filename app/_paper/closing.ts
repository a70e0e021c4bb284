import type { Paragraph } from 'docx'
import { annexLines, emsOf, type Paper, paperDate } from '../../domain/official-document'
import { character } from './page'
import { plain } from './paragraphs'

/** After the text: the list of annexes, then office and day. They stay together on one page, with the last paragraph of the text. */
export function closingParagraphs(paper: Paper): Paragraph[] {
  const { issuer, day } = signatureIndents(emsOf(paper.issuer), emsOf(paperDate(paper.day)))
  const right = (chars: number) => ({ alignment: 'right' as const, indent: { right: Math.round(chars * character) } })
  return [
    ...(paper.annexes.length === 0
      ? []
      : [plain('Flush', '', { keepNext: true }), ...annexLines(paper.annexes).map(annexLine(paper.annexes.length > 1))]),
    plain('Flush', '', { keepNext: true }),
    plain('Flush', '', { keepNext: true }),
    plain('Flush', paper.issuer, { ...right(issuer), keepNext: true }),
    plain('Flush', paperDate(paper.day), right(day)),
  ]
}

/** Two characters in; a long title goes on under its own first character. */
function annexLine(several: boolean): (text: string) => Paragraph {
  const hanging = character * (several ? 4 : 3)
  return (text) => plain('Flush', text, { keepNext: true, indent: { left: character * 2 + hanging, hanging } })
}

/** The day four characters from the right with the office centred over it; a longer office reaches the edge and the day is centred under it. */
export function signatureIndents(issuerEms: number, dayEms: number): { issuer: number; day: number } {
  const issuer = 4 + (dayEms - issuerEms) / 2
  return issuer >= 0 ? { issuer, day: 4 } : { issuer: 0, day: (issuerEms - dayEms) / 2 }
}
