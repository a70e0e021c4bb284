import { BorderStyle, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import { addressLine, emsOf, type Paper, paperNumber, paperWords } from '../../domain/official-document'
import { faces } from './fonts'
import { character, line, sizes, twips, typeArea } from './page'
import { blankLine, plain, runOf, runsOf } from './paragraphs'

const red = 'FF0000'
/** The mark of the issuing office stands 35 mm under the top of the type area. */
const aboveMark = twips(35)

/**
 * From the top of the first page to the line over the text. Paper that already carries a red head gets the same empty room in
 * its place. A draft says so under its title, and at the top of every page (see frame.ts).
 */
export function headParagraphs(paper: Paper): Paragraph[] {
  return [
    blankLine(),
    issuerMark(paper),
    blankLine(),
    blankLine(),
    numberLine(paper),
    new Paragraph({ style: 'Rule', border: paper.redHead ? undefined : { bottom: { style: BorderStyle.NONE } } }),
    blankLine(),
    blankLine(),
    plain('Title', paper.title),
    ...(paper.draft ? [plain('Flush', `（${paperWords.draft}）`, { alignment: 'center' })] : []),
    blankLine(),
    ...(paper.addressee === null ? [] : [plain('Flush', addressLine(paper.addressee))]),
  ]
}

/** As large as one line allows, up to 17 mm high. */
function issuerMark({ issuer, redHead }: Paper): Paragraph {
  const points = Math.min(48, Math.max(sizes.title / 2, Math.floor(typeArea.width / 20 / Math.max(1, emsOf(issuer)))))
  const children = redHead ? runsOf(issuer, faces.title, points * 2, { color: red }) : []
  const spacing = { before: aboveMark - line, line: Math.round(points * 24), lineRule: 'exact' as const }
  return new Paragraph({ style: 'Issuer', children, spacing })
}

/** 文号 in the middle; to the left where 签发人 stands at the right, each one character from its edge. */
function numberLine(paper: Paper): Paragraph {
  const number = runsOf(paperNumber(paper), faces.body, sizes.body)
  if (paper.signer === null) return new Paragraph({ style: 'Flush', alignment: 'center', children: number })
  const indent = { left: character }
  const tabStops = [{ type: TabStopType.RIGHT, position: typeArea.width - character }]
  const signer = [
    new TextRun({ ...runOf(faces.body, sizes.body), children: [new Tab(), paperWords.signer] }),
    ...runsOf(paper.signer, faces.kai, sizes.body),
  ]
  return new Paragraph({ style: 'Flush', indent, tabStops, children: [...number, ...signer] })
}
