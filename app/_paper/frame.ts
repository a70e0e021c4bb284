import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx'
import { emsOf, type Paper, paperWords } from '../../domain/official-document'
import { faces } from './fonts'
import { character, footerDistance, footLines, grid, margins, paperSize, sizes, twips } from './page'
import { plain, runOf } from './paragraphs'

/** What stands around the text of every page. */
export function sectionFrame(paper: Paper): Omit<ISectionOptions, 'children'> {
  const lines = paper.foot === null ? 0 : footLines(emsOf(paper.foot))
  return {
    properties: {
      page: { size: paperSize, margin: { ...margins, header: twips(20), footer: footerDistance(lines), gutter: 0 } },
      grid: { type: 'lines', linePitch: grid.linePitch, charSpace: grid.charSpace },
    },
    ...(paper.draft ? { headers: { default: draftHeader(), even: draftHeader() } } : {}),
    footers: { default: footer(paper, 'right'), even: footer(paper, 'left') },
  }
}

/** Also on the annexes: a loose sheet of a draft says that it is one. */
const draftHeader = (): Header => new Header({ children: [plain('Mark', paperWords.draft)] })

/** `— 1 —` on the outer side, one character from the edge of the type area. */
function footer({ foot }: Paper, side: 'left' | 'right'): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'].map((part) => new TextRun({ children: [part], ...runOf(faces.song, sizes.page) }))
  const number = new Paragraph({ style: 'PageNumber', alignment: side, indent: { [side]: character }, children })
  return new Footer({ children: [number, ...(foot === null ? [] : [plain('Foot', foot)])] })
}
