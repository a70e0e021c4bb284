/** The looks of cells, by their number in the workbook. */
export const looks = { plain: 0, title: 1, about: 2, head: 3, words: 4, number: 5, yuan: 6, money: 7, day: 8, month: 9 } as const

const font = (size: number, bold = false) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF1D1C1A"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFB9AC"/></${name}>`
const look = (numFmt: number, fontId: number, fill: number, border: number, align: string) =>
  `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`
const top = 'vertical="top"'

/** Song for the whole sheet, as the county's own tables have it; thin lines, a pale head. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm"/></numFmts><fonts count="4">${font(11)}${font(16, true)}${font(10)}${font(11, true)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEEBE4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10">${[
  look(0, 0, 0, 0, top),
  look(0, 1, 0, 0, top),
  look(0, 2, 0, 0, top),
  look(0, 3, 2, 1, 'horizontal="center" vertical="center" wrapText="1"'),
  look(49, 0, 0, 1, `${top} wrapText="1"`),
  look(0, 0, 0, 1, `horizontal="right" ${top}`),
  look(3, 0, 0, 1, `horizontal="right" ${top}`),
  look(4, 0, 0, 1, `horizontal="right" ${top}`),
  look(164, 0, 0, 1, `horizontal="center" ${top}`),
  look(165, 0, 0, 1, `horizontal="center" ${top}`),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
