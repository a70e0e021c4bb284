/** The page of GB/T 9704-2012 in Word's units: a twip is a twentieth of a point; text sizes are half points. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

export const paperSize = { width: twips(210), height: twips(297) }
export const margins = { top: twips(37), left: twips(28), right: twips(26), bottom: twips(35) }
/** 版心 156 × 225 mm. */
export const typeArea = { width: paperSize.width - margins.left - margins.right, height: paperSize.height - margins.top - margins.bottom }

export const sizes = { title: 44, body: 32, page: 28, small: 24, foot: 15 }
/** 小四, 五号 and 小五: what tables are set in, by the room they have. */
export const cellSizes = [24, 21, 18] as const
export const cellPadding = 60

/**
 * 22 lines of 28 characters. A character of 16 points is a little wider than its 28th of the line, so text on the grid is set
 * closer by `tighter` twips. A grid of lines and characters would say the same, but programs other than Word give each
 * character two of its narrower cells: the pitch is therefore kept by the text itself, and `charSpace` names it for Word.
 */
export const grid = {
  lines: 22,
  chars: 28,
  linePitch: Math.floor(typeArea.height / 22),
  charSpace: Math.floor((typeArea.width / 20 / 28 - sizes.body / 2) * 4096),
}
export const tighter = sizes.body * 10 - Math.floor(typeArea.width / grid.chars)

/** One character and one line of the grid, for indents and spacing. */
export const character = sizes.body * 10 - tighter
export const line = grid.linePitch

/** 一字线 stands 7 mm under the type area: the middle of the page number's line. */
export const pageNumberLine = 400
const underTypeArea = twips(7)
export const footLine = 220

/** How far the footer stands above the edge of the paper so that the page number keeps its place over `lines` lines of foot. */
export const footerDistance = (lines: number): number => margins.bottom - underTypeArea - pageNumberLine / 2 - lines * footLine

export const footLines = (ems: number): number => Math.ceil((ems * sizes.foot * 10) / typeArea.width)
