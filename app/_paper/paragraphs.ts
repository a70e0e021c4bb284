import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx'
import { hasUnbroken, type NumberedHeading, type Paragraph as PaperParagraph, paperText, type Run } from '../../domain/official-document'
import { type Face, fontOf } from './fonts'
import { sizes, tighter } from './page'
import { runStyle } from './styles'

/** A run always names its faces and size itself; line breaks that people typed stay line breaks. */
export function runsOf(text: string, face: Face, size: number, more: IRunOptions = {}): TextRun[] {
  return paperText(text)
    .split('\n')
    .map((part, index) => new TextRun({ ...runOf(face, size), text: part, break: index > 0 ? 1 : undefined, ...more }))
}

/** Text of body size keeps the pitch of the grid. */
export const runOf = (face: Face, size: number) => ({
  font: fontOf(face),
  size,
  ...(size === sizes.body ? { characterSpacing: -tighter } : {}),
})

export function styled(style: string, runs: readonly Run[], more: IParagraphOptions = {}): Paragraph {
  const { face, size, bold } = runStyle(style)
  const children = runs.flatMap((run) => runsOf(run.text, face, size, bold || run.bold ? { bold: true } : {}))
  return new Paragraph({ style, children, run: runOf(face, size), ...more })
}

export const plain = (style: string, text: string, more?: IParagraphOptions): Paragraph => styled(style, [{ text }], more)

export const blankLine = (): Paragraph => plain('Flush', '')

export const headingParagraph = ({ level, number, text }: NumberedHeading): Paragraph => plain(`Heading${level}`, `${number}${text}`)

export function bodyParagraph({ runs }: PaperParagraph, keepNext = false): Paragraph {
  return styled('Body', runs, { keepNext, alignment: hasUnbroken(runs) ? 'left' : undefined })
}
