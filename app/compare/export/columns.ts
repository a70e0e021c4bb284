import type { ComparedWork } from '../../../db/queries/compare'
import type { GroupBridges } from '../../../db/queries/compare-sums'
import type { LockWorkRow } from '../../../db/queries/lock-figures'
import { fill, type Messages } from '../../../domain/messages'
import { type Bridge, type ComparedMeasure, comparedMeasures } from '../../../domain/period-compare'
import { numberColumn, type SheetColumn, wanColumn, wordsColumn, yiColumn } from '../../_lib/sheet-columns'
import { type Chains, changeWords, isMeasure, reasonWords } from '../change-words'

/** Each work once: before, after and by how much as figures, what else changed and why in words. */
export function comparedColumns({ from, to }: { from: string; to: string }, chains: Chains, t: Messages): SheetColumn<ComparedWork>[] {
  const { fields, sheets } = t.exports
  const is = (row: ComparedWork): LockWorkRow | null => row.to ?? row.from
  return [
    wordsColumn(sheets.part, 10, ({ part }) => t.months.bridgeParts[part]),
    wordsColumn(fields.code, 10, (row) => is(row)?.code ?? null),
    wordsColumn(sheets.work, 30, (row) => is(row)?.name ?? null),
    wordsColumn(fields.ownerName, 24, (row) => is(row)?.ownerName ?? null),
    wordsColumn(fields.stage, 10, (row) => labelOf(t.labels.stages, is(row)?.stage)),
    ...comparedMeasures.flatMap((measure) => [
      wanColumn<ComparedWork>(`${t.months.measures[measure]} ${from}`, t, (row) => row.from?.[measure] ?? null),
      wanColumn<ComparedWork>(`${t.months.measures[measure]} ${to}`, t, (row) => row.to?.[measure] ?? null),
      wanColumn<ComparedWork>(fill(sheets.differenceOf, { name: t.months.measures[measure] }), t, differenceOf(measure)),
    ]),
    wordsColumn(sheets.changes, 40, ({ changes }) =>
      changes
        .filter(({ field }) => !isMeasure(field))
        .map((change) => changeWords(change, chains, t))
        .join('\n'),
    ),
    wordsColumn(t.months.why, 40, (row) => whyOf(row, t)),
  ]
}

const labelOf = (labels: Record<string, string>, key: string | undefined): string | null =>
  key === undefined ? null : (labels[key] ?? key)

/** Only between two known figures: an unknown one is not 0. */
const differenceOf =
  (measure: ComparedMeasure) =>
  ({ from, to }: ComparedWork): number | null => {
    const [before, after] = [from?.[measure] ?? null, to?.[measure] ?? null]
    return before === null || after === null ? null : after - before
  }

function whyOf({ part, reasons }: ComparedWork, t: Messages): string | null {
  if (part !== 'changed') return null
  return reasons.length === 0 ? t.months.whyNone : reasons.map((reason) => reasonWords(reason, t)).join('\n')
}

export type SumRow = { group: string; measure: ComparedMeasure; bridge: Bridge }

export const sumRows = (groups: readonly GroupBridges[], nameOf: (key: string) => string): SumRow[] =>
  groups.flatMap(({ key, measures }) => comparedMeasures.map((measure) => ({ group: nameOf(key), measure, bridge: measures[measure] })))

const signed = { from: 1, entered: 1, left: -1, changed: 1, movedIn: 1, movedOut: -1, to: 1 } as const
const parts = Object.keys(signed) as (keyof typeof signed)[]

/** Parts with their signs: each line adds up from the first to the last. What nobody knows is an empty cell. */
export function sumColumns(t: Messages): SheetColumn<SumRow>[] {
  const words = t.months
  const { sheets } = t.exports
  return [
    wordsColumn(sheets.group, 24, ({ group }) => group),
    wordsColumn(sheets.figure, 20, ({ measure }) => words.measures[measure]),
    ...parts.flatMap((part) => [
      yiColumn<SumRow>(words.bridgeParts[part], t, ({ bridge }) => sumOf(bridge, part)),
      numberColumn<SumRow>(
        fill(sheets.knownOf, { name: words.bridgeParts[part] }),
        null,
        ({ bridge }) => bridge[part].known * signed[part],
      ),
      ...(part === 'changed'
        ? []
        : [
            numberColumn<SumRow>(
              fill(sheets.worksOf, { name: words.bridgeParts[part] }),
              null,
              ({ bridge }) => bridge[part].works * signed[part],
            ),
          ]),
    ]),
  ]
}

function sumOf(bridge: Bridge, part: keyof typeof signed): number | null {
  const { yuan, known } = bridge[part]
  if (part === 'changed') return bridge.from.known === 0 && bridge.to.known === 0 ? null : yuan
  return known === 0 ? null : yuan * signed[part]
}
