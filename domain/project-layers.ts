import { type Day, type Month, yearOf } from './calendar'
import { onePlace } from './rating'
import type { ReviewStatus } from './review-workflow'
import type { UpdateKind } from './update'
import type { SeenFigure } from './visit'
import { milestoneIdOf, type SeenValue, valueTold } from './visit-compare'

/** What the layers read of a submission. */
export type Told = {
  id: number
  kind: UpdateKind
  period: Month
  status: ReviewStatus
  current: boolean
  yearToDateYuan: number | null
  step: string | null
  progressText: string | null
  percent: number | null
  quantityDone: number | null
  finalYuan: number | null
}

/** A figure with the submission that says it. */
export type Figure<Update, Value> = { value: Value; update: Update }

/** One layer of a work: what its unit reported, or what the bureau approved. Each figure is the last that was stated; null = none was. */
export type Layer<Update> = {
  month: Month | null
  yearToDate: Figure<Update, number> | null
  percent: Figure<Update, number> | null
  step: Figure<Update, string> | null
  quantity: Figure<Update, number> | null
  completion: Figure<Update, number> | null
}

type Plan = { year: number; yuan: number | null }

function layer<Update extends Told>(rows: readonly Update[], plans: readonly Plan[]): Layer<Update> {
  const latest = rows.toSorted((a, b) => (a.period === b.period ? b.id - a.id : a.period < b.period ? 1 : -1))
  const last = <Value>(of: (row: Update) => Value | null): Figure<Update, Value> | null => {
    for (const update of latest) {
      const value = of(update)
      if (value !== null) return { value, update }
    }
    return null
  }
  const yearToDate = last((row) => row.yearToDateYuan)
  return {
    month: latest[0]?.period ?? null,
    yearToDate,
    percent: last((row) => row.percent),
    step: last((row) => row.step ?? row.progressText),
    quantity: last((row) => row.quantityDone),
    completion: completion(yearToDate, plans),
  }
}

function completion<Update extends Told>(figure: Figure<Update, number> | null, plans: readonly Plan[]): Figure<Update, number> | null {
  const planned = figure && plans.find((plan) => plan.year === yearOf(figure.update.period))?.yuan
  return figure && planned ? { value: onePlace((figure.value / planned) * 100), update: figure.update } : null
}

/** Reported = what is approved, and what waits for review in the place of what it would replace; returned and withdrawn tries say nothing any more. */
export function layersOf<Update extends Told>(updates: readonly Update[], plans: readonly Plan[]) {
  const monthly = updates.filter((row) => row.kind === 'monthly')
  const waiting = monthly.filter((row) => row.status === 'submitted')
  const approved = monthly.filter((row) => row.current)
  const replaced = new Set(waiting.map((row) => row.period))
  return {
    reported: layer([...waiting, ...approved.filter((row) => !replaced.has(row.period))], plans),
    approved: layer(approved, plans),
    /** A finished work's one entry, in force. */
    completed: updates.find((row) => row.kind === 'completion' && row.current && row.finalYuan !== null) ?? null,
  }
}
export type Layers<Update extends Told> = ReturnType<typeof layersOf<Update>>

/** What the fourth layer reads of a seen figure: its value, beside what was told then. */
export type SeenTold = { figure: SeenFigure; reported: SeenValue; approved: SeenValue; value: SeenValue; visitedOn: Day }

/** What was last seen of each figure; it enters none of the other layers. */
export type SeenLayer<Fact> = {
  of: ReadonlyMap<SeenFigure, Fact>
  /** 本年累计 as it was seen, with the year it is of. */
  yearToDate: { year: number; yuan: number; fact: Fact } | null
  milestones: { id: number; fact: Fact }[]
}

export function seenLayer<Fact extends SeenTold>(facts: readonly Fact[], updates: readonly ToldOn[]): SeenLayer<Fact> {
  const of = new Map(facts.map((fact) => [fact.figure, fact]))
  const money = of.get('investment')
  return {
    of,
    yearToDate: money && typeof money.value === 'number' ? { year: yearSeen(money, updates), yuan: money.value, fact: money } : null,
    milestones: facts.flatMap((fact) => {
      const id = milestoneIdOf(fact.figure)
      return id === null ? [] : [{ id, fact }]
    }),
  }
}

type ToldOn = Pick<Told, 'id' | 'kind' | 'period' | 'yearToDateYuan'> & { submittedOn: Day }

/** A sum of January's visit stands beside December's: the year is that of the month which told it; where none did, the visit's. */
function yearSeen(fact: SeenTold, updates: readonly ToldOn[]): number {
  const told = valueTold(fact)
  const said = updates.filter(
    ({ kind, yearToDateYuan, submittedOn }) =>
      kind === 'monthly' && yearToDateYuan !== null && yearToDateYuan === told && submittedOn <= fact.visitedOn,
  )
  const latest = said.toSorted((a, b) => b.id - a.id)[0]
  return yearOf(latest?.period ?? fact.visitedOn)
}
