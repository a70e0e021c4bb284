import type { Result } from './measure'

type Time = Result & { unit: 'ms' }
export type Amount = { name: string; unit: 'kB' | 'MB' | 's' | 'ms more'; value: number; bound: number }
/** `ok` is null where there is no bound. */
export type Line = (Time | Amount) & { projects: number; ok: boolean | null }

const heads = ['', 'CPU ms', 'half of rounds', '× bare', 'p50 ms', 'p99 ms', 'bytes', 'bound', '']

export function print(lines: readonly Line[]): void {
  const rows = [heads, ...lines.map(cells)]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
}

function cells(line: Line): string[] {
  const verdict = line.ok === null ? '' : line.ok ? 'ok' : 'BROKEN'
  const bound = line.bound === null ? '' : `≤ ${line.bound}`
  if (line.unit !== 'ms') return [line.name, '', '', `${line.value.toFixed(1)} ${line.unit}`, '', '', '', bound, verdict]
  const spread = `${line.cpuLow.toFixed(2)}–${line.cpuHigh.toFixed(2)}`
  const ratio = line.ratio === null ? '' : line.ratio.toFixed(2)
  return [line.name, line.cpuMs.toFixed(2), spread, ratio, line.p50Ms.toFixed(1), line.p99Ms.toFixed(1), String(line.bytes), bound, verdict]
}
