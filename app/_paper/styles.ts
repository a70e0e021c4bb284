import { type Face, faces } from './fonts'
import { cellSizes, character, line, sizes, tighter, twips } from './page'

/** Named styles, so that a clerk who edits the file changes one style and not a hundred paragraphs. */
type Style = { id: string; name: string; paragraph: string; face: Face; size: number; bold?: boolean; outline?: number }

/** Latin words too are broken where the line of 28 characters ends. */
const onGrid = '<w:wordWrap w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
const offGrid = `${onGrid}<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>`
const exactly = (twentieths: number) => `<w:spacing w:line="${twentieths}" w:lineRule="exact"/>`
const indented = `<w:ind w:firstLineChars="200" w:firstLine="${2 * character}"/>`

/** The red line stands 4 mm under the number and is as wide as the type area. */
const redLine = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:pBdr>'
const underNumber = twips(4)

const headingStyle = (level: number, face: Face, bold = false): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  paragraph: `<w:keepNext/>${onGrid}${indented}<w:jc w:val="both"/>`,
  face,
  size: sizes.body,
  bold,
  outline: level - 1,
})

/** Words and figures in a cell are broken only where they are wider than the cell. */
const inCell = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
const cellStyles = (size: number): Style[] => {
  const spacing = exactly(Math.round(size * 14.2))
  return [
    {
      id: `HeadCell${size}`,
      name: `Official Head Cell ${size}`,
      paragraph: `${inCell}${spacing}<w:jc w:val="center"/>`,
      face: faces.hei,
      size,
    },
    { id: `Cell${size}`, name: `Official Cell ${size}`, paragraph: `${inCell}${spacing}`, face: faces.body, size },
  ]
}

const styles: Style[] = [
  { id: 'Body', name: 'Official Body', paragraph: `${onGrid}${indented}<w:jc w:val="both"/>`, face: faces.body, size: sizes.body },
  { id: 'Flush', name: 'Official Flush', paragraph: onGrid, face: faces.body, size: sizes.body },
  { id: 'Issuer', name: 'Official Issuer', paragraph: `${offGrid}<w:jc w:val="center"/>`, face: faces.title, size: sizes.title },
  { id: 'Rule', name: 'Official Rule', paragraph: `${redLine}${offGrid}${exactly(underNumber)}`, face: faces.body, size: sizes.foot },
  {
    id: 'Title',
    name: 'Title',
    paragraph: `<w:keepNext/>${offGrid}${exactly(line)}<w:jc w:val="center"/>`,
    face: faces.title,
    size: sizes.title,
  },
  headingStyle(1, faces.hei),
  headingStyle(2, faces.kai),
  headingStyle(3, faces.body, true),
  headingStyle(4, faces.body),
  { id: 'Caption', name: 'caption', paragraph: `<w:keepNext/>${onGrid}<w:jc w:val="center"/>`, face: faces.hei, size: sizes.page },
  {
    id: 'Unit',
    name: 'Official Unit',
    paragraph: `<w:keepNext/>${offGrid}${exactly(360)}<w:jc w:val="right"/>`,
    face: faces.body,
    size: sizes.small,
  },
  ...cellSizes.flatMap(cellStyles),
  { id: 'PageNumber', name: 'Official Page Number', paragraph: `${offGrid}${exactly(400)}`, face: faces.song, size: sizes.page },
  { id: 'Foot', name: 'Official Foot', paragraph: `${offGrid}${exactly(220)}<w:jc w:val="center"/>`, face: faces.song, size: sizes.foot },
  { id: 'Mark', name: 'Official Mark', paragraph: `${offGrid}${exactly(400)}<w:jc w:val="right"/>`, face: faces.hei, size: sizes.small },
]

const fonts = (face: Face) => `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}" w:cs="${face}"/>`
const text = (face: Face, size: number, bold = false) =>
  `<w:rPr>${fonts(face)}${bold ? '<w:b/><w:bCs/>' : ''}<w:spacing w:val="${size === sizes.body ? -tighter : 0}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`

function styleXml({ id, name, paragraph, face, size, bold, outline }: Style): string {
  const level = outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`
  const own = `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}${level}</w:pPr>${text(face, size, bold)}`
  return `<w:style w:type="paragraph" w:styleId="${id}"${name.startsWith('Official') ? ' w:customStyle="1"' : ''}>${own}</w:style>`
}

/** The size of Normal is what the grid's character pitch is measured from. */
export function stylesXml(): string {
  const language = '<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(faces.body)}${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${onGrid}</w:pPr>${text(faces.body, sizes.body)}</w:style>`,
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ...styles.map(styleXml),
    '</w:styles>',
  ].join('')
}

/** The face and size of a run of this style: written on the run too, so that pasting elsewhere keeps them. */
export function runStyle(id: string): { face: Face; size: number; bold: boolean } {
  const style = styles.find((one) => one.id === id)
  if (!style) throw new Error(`no style ${id}`)
  return { face: style.face, size: style.size, bold: style.bold ?? false }
}
