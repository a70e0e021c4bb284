import { place } from './scale'

export const tile = { width: 150, height: 124, gap: 10, columns: 6, pad: 12 } as const
export const tilesWidth = tile.columns * (tile.width + tile.gap) - tile.gap

/** Where tile number `at` stands: in reading order, a row full before the next. No place on a map is meant by it. */
export const tileAt = (at: number): { x: number; y: number } => ({
  x: (at % tile.columns) * (tile.width + tile.gap),
  y: Math.floor(at / tile.columns) * (tile.height + tile.gap),
})

export const tilesHeight = (count: number): number => Math.max(1, Math.ceil(count / tile.columns)) * (tile.height + tile.gap) - tile.gap

/** Shares of a bar one after another; nothing to share gives no parts. */
export function shares(values: readonly number[], whole: number, width: number): { x: number; width: number }[] {
  let sum = 0
  return values.map((value) => {
    const part = { x: whole === 0 ? 0 : place((sum / whole) * width), width: whole === 0 ? 0 : place((value / whole) * width) }
    sum += value
    return part
  })
}
