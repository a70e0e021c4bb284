import { Document, type FileChild, Packer, type Paragraph } from 'docx'
import { type Annex, annexMark, type NumberedBlock, numbered, type Paper, paperText } from '../../domain/official-document'
import { closingParagraphs } from './closing'
import { faces, fontTableXml } from './fonts'
import { sectionFrame } from './frame'
import { headParagraphs } from './head'
import { sizes } from './page'
import { blankLine, bodyParagraph, headingParagraph, plain, runsOf } from './paragraphs'
import { corePropertiesXml } from './properties'
import { stylesXml } from './styles'
import { tableParts } from './table'
import { datedZip } from './zip'

/** A paper as a Word file in the layout of GB/T 9704-2012. The same paper makes the same bytes, on any machine and on any day. */
export async function wordBytes(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paperText(paper.title),
    evenAndOddHeaderAndFooters: true,
    compatibility,
    sections: [{ ...sectionFrame(paper), children: contentOf(paper) }],
  })
  const parts = [
    { path: 'word/styles.xml', data: stylesXml() },
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'docProps/core.xml', data: corePropertiesXml(paper) },
  ]
  return datedZip(await Packer.toBuffer(document, false, parts), paper.day)
}

/** Chinese layout as Word itself sets it for a new Chinese document. */
const compatibility = {
  version: 15,
  spaceForUnderline: true,
  balanceSingleByteDoubleByteWidth: true,
  doNotLeaveBackslashAlone: true,
  underlineTrailingSpaces: true,
  doNotExpandShiftReturn: true,
  adjustLineHeightInTable: true,
  useFELayout: true,
}

function contentOf(paper: Paper): FileChild[] {
  return [
    ...headParagraphs(paper),
    ...bodyParts(paper),
    ...closingParagraphs(paper),
    ...paper.annexes.flatMap((annex, index) => annexParts(annex, annexMark(index, paper.annexes.length))),
  ]
}

function bodyParts({ blocks }: Paper): FileChild[] {
  return numbered(blocks).flatMap((block, index) => blockParts(block, index === blocks.length - 1))
}

function blockParts(block: NumberedBlock, beforeClosing = false): FileChild[] {
  if (block.kind === 'heading') return [headingParagraph(block)]
  return block.kind === 'paragraph' ? [bodyParagraph(block, beforeClosing)] : tableParts(block)
}

function annexParts({ title, blocks }: Annex, mark: string): FileChild[] {
  return [annexMarkLine(mark), blankLine(), plain('Title', title), blankLine(), ...numbered(blocks).flatMap((block) => blockParts(block))]
}

const annexMarkLine = (mark: string): Paragraph =>
  plain('Flush', '', { pageBreakBefore: true, children: runsOf(mark, faces.hei, sizes.body) })
