import { type Group, type GroupKind, groupKinds } from '../../../../domain/bulletin'
import { groupsToPrint } from '../../../../domain/bulletin-tables'
import type { AskedFact, DispatchFacts, DispatchWork, LateFact } from '../../../../domain/dispatch'
import { lightLevels } from '../../../../domain/light'
import { fill, type Messages } from '../../../../domain/messages'
import { dayColumn, monthColumn, numberColumn, type SheetColumn, totalColumns, wanColumn, wordsColumn } from '../../../_lib/sheet-columns'

export function workColumns(t: Messages): SheetColumn<DispatchWork>[] {
  const { fields, sheets } = t.exports
  const words = t.bulletins
  return [
    wordsColumn(fields.code, 10, ({ code }) => code),
    wordsColumn(sheets.work, 30, ({ name }) => name),
    wordsColumn(sheets.unit, 24, ({ unit }) => unit),
    wordsColumn(fields.stage, 10, ({ stage }) => t.labels.stages[stage]),
    wanColumn(words.columnPlan, t, ({ planYuan }) => planYuan),
    wanColumn(words.columnDone, t, ({ doneYuan }) => doneYuan),
    monthColumn(fields.approvedMonth, ({ month }) => month),
    numberColumn(words.columnCompletion, '%', ({ completion }) => completion),
    numberColumn(words.columnGap, words.units.points, ({ gap }) => gap),
    wordsColumn(sheets.light, 8, ({ light }) => t.labels.lightLevels[light]),
  ]
}

export type GroupRow = { kind: GroupKind; group: Group }

export const groupRows = (facts: Pick<DispatchFacts, 'groups'>): GroupRow[] =>
  groupKinds.flatMap((kind) => groupsToPrint(facts, kind).map((group) => ({ kind, group })))

export function groupColumns(t: Messages): SheetColumn<GroupRow>[] {
  const { sheets } = t.exports
  const words = t.bulletins
  return [
    wordsColumn(sheets.kind, 10, ({ kind }) => words.groupKinds[kind]),
    wordsColumn(sheets.group, 24, (row) => groupName(row, t)),
    numberColumn(words.columnWorks, null, ({ group }) => group.works),
    ...totalColumns<GroupRow>(words.columnTotal, t, ({ group }) => group.total),
    ...totalColumns<GroupRow>(words.columnPlan, t, ({ group }) => group.plan),
    ...totalColumns<GroupRow>(words.columnDone, t, ({ group }) => group.done),
    numberColumn(words.columnCompletion, '%', ({ group }) => group.completion),
    numberColumn(fill(sheets.worksOf, { name: words.columnCompletion }), null, ({ group }) => group.both),
    numberColumn(words.columnGap, words.units.points, ({ group }) => group.gap),
    numberColumn(words.figures.shouldStart, null, ({ group }) => group.shouldStart),
    numberColumn(words.figures.started, null, ({ group }) => group.started),
    ...lightLevels.map((level) =>
      numberColumn<GroupRow>(fill(sheets.lightCount, { level: t.labels.lightLevels[level] }), null, ({ group }) => group.lights[level]),
    ),
  ]
}

/** Codes have words in the reader's language; a chain is called what the plan calls it. */
function groupName({ kind, group: { key, name } }: GroupRow, { labels, facts }: Messages): string {
  if (kind === 'chain') return name
  const words: Record<string, string> = kind === 'sector' ? labels.sectors : { ...labels.projectLevels, '': facts.levelEmpty }
  return words[key] ?? name
}

export function askedColumns(t: Messages): SheetColumn<AskedFact>[] {
  const words = t.dispatch
  return [
    wordsColumn(t.exports.fields.code, 10, ({ code }) => code),
    wordsColumn(t.exports.sheets.work, 30, ({ work }) => work),
    wordsColumn(words.askedProblem, 44, ({ problem }) => problem),
    wordsColumn(words.askedMeasure, 44, ({ measure }) => measure),
    wordsColumn(t.exports.sheets.unit, 24, ({ unit }) => unit),
    wordsColumn(words.askedWho, 16, ({ person }) => person),
    dayColumn(t.bulletins.columnDue, ({ dueOn }) => dueOn),
  ]
}

export type LateRow = { unit: string | null } & LateFact['works'][number]

/** A work a line, units in the order of their names. */
export const lateRows = (late: readonly LateFact[]): LateRow[] =>
  late.flatMap(({ unit, works }) => works.map((work) => ({ unit, ...work })))

export function lateColumns(t: Messages): SheetColumn<LateRow>[] {
  return [
    wordsColumn(t.dispatch.lateUnit, 30, ({ unit }) => unit),
    wordsColumn(t.exports.fields.code, 10, ({ code }) => code),
    wordsColumn(t.exports.sheets.work, 30, ({ name }) => name),
    wordsColumn(t.exports.fields.reportState, 12, ({ state }) => t.labels.reportStates[state]),
  ]
}
