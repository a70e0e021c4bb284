import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { found, refuse, refuseField } from '../../domain/errors'
import type { AssignInput, ScopeInput } from '../../domain/round-input'
import { scopeByRules, takesTeam, takesWorks } from '../../domain/round-rules'
import { readScopeList } from '../../domain/scope-list'
import type { Tx } from '../client'
import { changeRound, roundToChange } from '../inspection/round-change'
import { addWorks, type NewWork, stateWithWorks } from '../inspection/round-list'
import { removeWork } from '../inspection/round-removal'
import { listedCodes, type ScopeCandidate, scopeCandidates } from '../queries/round-candidates'
import { workById } from '../queries/work'
import { roundGroups, roundWorks } from '../schema'
import { write } from '../write'

/** Works by name, all of them, or by rules; each keeps why it is in the list. Returns how many were added. */
export function scopeRound(ctx: Ctx, input: ScopeInput): number {
  return write(ctx, 'scopeRound', input, (tx) => {
    const round = roundToChange(tx, ctx, input, takesWorks)
    const candidates = scopeCandidates(tx, ctx.today)
    const listed = listedCodes(tx, round.id)
    const chosen = chosenWorks(input, candidates, listed)
    const added = addWorks(tx, round, chosen)
    if (added === 0) refuse('nothing-to-add')
    const ids = new Set(chosen.map(({ projectId }) => projectId))
    const codes = candidates.flatMap(({ projectId, code }) => (ids.has(projectId) && !listed.has(code) ? [code] : []))
    const body = { how: input.how, rules: input.rules, added: codes }
    changeRound(tx, ctx, round, { columns: { state: stateWithWorks(round) }, action: 'round.scoped', body })
    return added
  })
}

function chosenWorks({ how, list, codes, rules }: ScopeInput, candidates: readonly ScopeCandidate[], listed: Set<string>): NewWork[] {
  if (how === 'all') return candidates.map(({ projectId }) => ({ projectId, route: 'all' }))
  if (how === 'rules') {
    if (rules.length === 0) refuseField('rules', 'required')
    const byCode = scopeByRules(candidates, rules, listed)
    return candidates.flatMap(({ code, projectId }) => {
      const why = byCode.get(code)
      return why ? [{ projectId, route: 'rule' as const, rules: why }] : []
    })
  }
  const named = new Set([...pasted(list, candidates), ...codes])
  if (named.size === 0) refuseField('list', 'required')
  return candidates.flatMap(({ code, projectId }) => (named.has(code) ? [{ projectId, route: 'named' as const }] : []))
}

function pasted(list: string | null, candidates: readonly ScopeCandidate[]): string[] {
  if (list === null) return []
  const read = readScopeList(list, candidates)
  if (read.unknown.length > 0) refuseField('list', 'list-wrong', { lines: read.unknown.slice(0, 8).join('；').slice(0, 200) })
  return read.codes
}

type Row = AssignInput['works'][number]

/** A page of the list at once: whose group a work is, on which day, and what leaves the round. */
export function assignWorks(ctx: Ctx, input: AssignInput): void {
  write(ctx, 'assignWorks', input, (tx) => {
    const round = roundToChange(tx, ctx, input, takesTeam)
    if (input.works.some(({ remove }) => remove) && !takesWorks(round)) refuse('round-not-there', {}, { state: round.state })
    const rows = input.works.map((row, at) => assignWork(tx, round.id, row, `works.${at}`))
    changeRound(tx, ctx, round, { action: 'round.scoped', body: { works: rows.filter((row) => row !== null) } })
  })
}

/** What changed of one work, for the event; null when nothing did. */
function assignWork(tx: Tx, roundId: number, { id, groupId, visitOn, remove, reason }: Row, field: string) {
  const own = and(eq(roundWorks.id, id), eq(roundWorks.roundId, roundId))
  const row = found(tx.select().from(roundWorks).where(own).get())
  const { code } = workById(tx, row.projectId)
  if (remove) {
    removeWork(tx, { row, code, reason, field })
    return { code, removed: true, reason }
  }
  if (row.groupId === groupId && row.visitOn === visitOn) return null
  const group = and(eq(roundGroups.id, groupId ?? 0), eq(roundGroups.roundId, roundId))
  if (groupId !== null && !tx.select().from(roundGroups).where(group).get()) refuseField(`${field}.groupId`, 'group-unknown')
  tx.update(roundWorks).set({ groupId, visitOn }).where(own).run()
  return { code, groupId, visitOn }
}
