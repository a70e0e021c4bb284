import type { Element } from './paper-xml'

/**
 * The sequences of ECMA-376 (transitional) for the elements that a paper is made of: which children an element may have, and in
 * which order. A trailing `*` may come more than once. No package that the house keeps carries the schema itself.
 */
const block = 'w:p* w:tbl*'
const sequences: Record<string, string> = {
  'w:pPr':
    'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange',
  'w:rPr':
    'w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath',
  'w:sectPr':
    'w:headerReference* w:footerReference* w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid w:printerSettings',
  'w:tbl': 'w:tblPr w:tblGrid w:tr*',
  'w:tblPr':
    'w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription',
  'w:tblBorders': 'w:top w:left w:start w:bottom w:right w:end w:insideH w:insideV',
  'w:tblCellMar': 'w:top w:left w:start w:bottom w:right w:end',
  'w:tblGrid': 'w:gridCol*',
  'w:tr': 'w:tblPrEx w:trPr w:tc*',
  'w:tc': `w:tcPr ${block}`,
  'w:tcPr':
    'w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText w:vAlign w:hideMark',
  'w:pBdr': 'w:top w:left w:bottom w:right w:between w:bar',
  'w:tabs': 'w:tab*',
  'w:p': 'w:pPr w:r*',
  'w:body': `${block} w:sectPr`,
  'w:ftr': 'w:p*',
  'w:hdr': 'w:p*',
  'w:fonts': 'w:font*',
  'w:font': 'w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig',
  'w:styles': 'w:docDefaults w:latentStyles w:style*',
  'w:docDefaults': 'w:rPrDefault w:pPrDefault',
  'w:rPrDefault': 'w:rPr',
  'w:pPrDefault': 'w:pPr',
  'w:style':
    'w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr w:tblStylePr*',
}

/** Children of these may come in any order. */
const choices: Record<string, string> = {
  'w:trPr':
    'w:cnfStyle w:divId w:gridBefore w:gridAfter w:wBefore w:wAfter w:cantSplit w:trHeight w:tblHeader w:tblCellSpacing w:jc w:hidden',
  'w:r': 'w:rPr w:t w:br w:tab w:fldChar w:instrText w:noBreakHyphen',
}

/** Elements whose blocks come mixed: the order among them is the text's own. */
const mixed = new Set(['w:p*', 'w:tbl*'])

export function orderFaults(element: Element, path = ''): string[] {
  const here = `${path}/${element.name}`
  return [...ownFaults(element, here), ...element.children.flatMap((child) => orderFaults(child, here))]
}

function ownFaults({ name, children }: Element, here: string): string[] {
  const names = children.map((child) => child.name)
  if (name in choices)
    return names.filter((child) => !choices[name]!.split(' ').includes(child)).map((child) => `${here}: ${child} has no place`)
  if (!(name in sequences)) return []
  const steps = sequences[name]!.split(' ')
  let at = 0
  return names.flatMap((child, index) => {
    const step = steps.findIndex((one) => one.replace('*', '') === child)
    if (step < 0) return [`${here}: ${child} has no place`]
    const again = names[index - 1] === child && !steps[step]!.endsWith('*')
    const late = step < at && !(mixed.has(steps[step]!) && mixed.has(steps[at]!))
    at = Math.max(at, step)
    return again ? [`${here}: ${child} twice`] : late ? [`${here}: ${child} comes too late`] : []
  })
}
