import * as carry from '../../../db/commands/carry'
import * as draws from '../../../db/commands/draws'
import * as materials from '../../../db/commands/materials'
import * as notice from '../../../db/commands/round-notice'
import * as scope from '../../../db/commands/round-scope'
import * as team from '../../../db/commands/round-team'
import * as rounds from '../../../db/commands/rounds'
import { drawFreeze, materialsInput, newRoundInput, roundEdit, scopeInput } from '../../../domain/round-input'
import { ctxOf, type TestHouse } from '../house'
import { askFor, findingIn, makeRound, materialIn, move, nameTeam, nameWorks, opened, plainPaper, refOf, roundRow, workIn } from '../rounds'
import { type Attempt, type Caller, given } from './attempt'

const supervisors: Caller[] = ['supervisor', 'supervisor2']
const code = 'P0001'
const ref = (id: number) => ({ id, version: roundRow(id).version })

function scoped(t: TestHouse, fields: Record<string, string> = {}): number {
  const id = makeRound(t, fields)
  nameWorks(t, id, [code])
  nameTeam(t, id)
  return id
}
/** An earlier round that ended and left a finding open, and the one that may take it along. */
function leftOpen(t: TestHouse): { id: number; finding: number } {
  const before = opened(scoped(t, { quarter: '2025Q2' }))
  move(t, before, 'begin')
  const finding = findingIn(t, before, code).id
  move(t, before, 'end')
  return { id: makeRound(t), finding }
}
function asked(t: TestHouse) {
  const id = makeRound(t)
  nameWorks(t, id, [code])
  askFor(t, id)
  opened(id)
  return { roundWorkId: workIn(id, code).id, materialId: materialIn(id).id, words: '已附' }
}
const committed = (t: TestHouse) => draws.commitDraw(ctxOf(t.actors.supervisor), { id: makeRound(t), reason: null })
const freezing = (id: number) => drawFreeze.parse({ id: String(id), count: '2', stratify: 'none', pool: 'all' })
function frozen(t: TestHouse): number {
  const id = committed(t)
  draws.freezeDraw(ctxOf(t.actors.supervisor), freezing(id))
  return id
}

export const roundAttempts: Attempt[] = [
  {
    command: 'createRound',
    may: supervisors,
    prepare: () => (ctx) =>
      rounds.createRound(ctx, newRoundInput.parse({ quarter: '2025Q3', kind: 'quarterly', title: '督查', announcement: 'announced' })),
  },
  {
    command: 'editRound',
    may: supervisors,
    prepare: (t) => given(makeRound(t), (ctx, id) => rounds.editRound(ctx, roundEdit.parse({ ...refOf(id), title: '改名' }))),
  },
  {
    command: 'moveRound',
    may: supervisors,
    prepare: (t) => given(opened(scoped(t)), (ctx, id) => rounds.moveRound(ctx, { ...ref(id), step: 'begin' })),
  },
  {
    command: 'abandonRound',
    may: supervisors,
    prepare: (t) => given(makeRound(t), (ctx, id) => rounds.abandonRound(ctx, { ...ref(id), reason: '改期' })),
  },
  {
    command: 'saveGroups',
    may: supervisors,
    prepare: (t) =>
      given(makeRound(t), (ctx, id) =>
        team.saveGroups(ctx, { ...ref(id), groups: [{ id: null, name: '一组', fromDay: null, toDay: null }] }),
      ),
  },
  {
    command: 'saveTeam',
    may: supervisors,
    prepare: (t) => given(makeRound(t), (ctx, id) => team.saveTeam(ctx, { ...ref(id), members: [] })),
  },
  {
    command: 'scopeRound',
    may: supervisors,
    prepare: (t) => given(makeRound(t), (ctx, id) => scope.scopeRound(ctx, scopeInput.parse({ ...refOf(id), how: 'named', list: code }))),
  },
  {
    command: 'assignWorks',
    may: supervisors,
    prepare: (t) =>
      given(scoped(t), (ctx, id) =>
        scope.assignWorks(ctx, {
          ...ref(id),
          works: [{ id: workIn(id, code).id, groupId: null, visitOn: '2025-10-20', remove: false, reason: null }],
        }),
      ),
  },
  {
    command: 'carryOver',
    may: supervisors,
    prepare: (t) => given(leftOpen(t), (ctx, { id, finding }) => carry.carryOver(ctx, { ...ref(id), findings: [finding] })),
  },
  {
    command: 'commitDraw',
    may: supervisors,
    prepare: (t) => given(makeRound(t), (ctx, id) => draws.commitDraw(ctx, { id, reason: null })),
  },
  {
    command: 'freezeDraw',
    may: supervisors,
    prepare: (t) => given(committed(t), (ctx, id) => draws.freezeDraw(ctx, freezing(id))),
  },
  { command: 'drawWorks', may: supervisors, prepare: (t) => given(frozen(t), (ctx, id) => draws.drawWorks(ctx, { id })) },
  {
    command: 'notifyRound',
    may: supervisors,
    prepare: (t) => given(scoped(t), (ctx, id) => notice.notifyRound(ctx, ref(id), plainPaper)),
  },
  {
    command: 'saveMaterials',
    may: supervisors,
    prepare: (t) =>
      given(makeRound(t), (ctx, id) => materials.saveMaterials(ctx, materialsInput.parse({ ...refOf(id), materials: '许可证' }))),
  },
  { command: 'handInMaterial', may: ['owner'], prepare: (t) => given(asked(t), (ctx, input) => materials.handInMaterial(ctx, input)) },
]
