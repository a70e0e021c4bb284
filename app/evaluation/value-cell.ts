import { readValue } from '../../domain/indicator-value'

/** A printed value that is one plain figure is a figure; bounds, sums, ratios and notes stay as they are printed. */
export function valueCell(printed: string | null): number | string | null {
  if (printed === null) return null
  const { figure, bound, sum, note } = readValue(printed)
  return figure !== null && bound === null && !sum && note === null ? figure : printed
}
