import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { house, orm } from '../../db/client'
import { addEvidence } from '../../db/commands/evidence'
import { handInMaterial, saveMaterials } from '../../db/commands/materials'
import { evidenceOf } from '../../db/queries/evidence'
import { materialForm, materialRequests } from '../../db/queries/round-materials'
import { materialsOf } from '../../db/queries/round-team'
import { roundWorkRows } from '../../db/queries/round-works'
import { rounds } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { draftFiles, materialDraft } from '../../domain/draft'
import { materialReturn, materialsInput } from '../../domain/round-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { lastEvent } from '../support/library'
import { askFor, beginVisit, makeRound, materialIn, move, nameWorks, notifiedRound, refOf, roundRow, workIn } from '../support/rounds'
import { codeOf, issuesIn, typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
  giveWork(t, 'P0002', { organisationId: t.organisations.other })
})
afterAll(() => t.close())
beforeEach(() => house().sqlite.exec('begin'))
afterEach(() => house().sqlite.exec('rollback'))

type Fields = Record<string, string>
const asked = (round: number, code = 'P0001', at = 0) => ({
  roundWorkId: String(workIn(round, code).id),
  materialId: String(materialIn(round, at).id),
})
const handIn = (round: number, fields: Fields = {}, actor: UserActor = t.actors.owner, today = testDay) =>
  handInMaterial(ctxOf(actor, today), typed(materialReturn, { ...asked(round), words: '见附件', ...fields }))
const save = (id: number, fields: Fields) => saveMaterials(ctxOf(t.actors.supervisor), typed(materialsInput, { ...refOf(id), ...fields }))

function attach(round: number, actor: UserActor = t.actors.owner) {
  const subject = draftFiles(materialDraft(workIn(round, 'P0001').id, materialIn(round).id))
  const stored = { sha256: 'b'.repeat(64), mime: 'application/pdf' as const, bytes: 9, width: null, height: null }
  return addEvidence(ctxOf(actor), { subject, name: '许可证.pdf', stored })
}

describe('the list of materials', () => {
  it('is one a line, without blanks and doubles, and stands once the notice is out', async () => {
    const id = makeRound(t)
    save(id, { materials: ' 施工许可证 \n\n监理月报\n施工许可证', materialsDueOn: '2025-10-18' })
    expect(materialsOf(orm(), id).map(({ name }) => name)).toEqual(['施工许可证', '监理月报'])
    expect(roundRow(id).materialsDueOn).toBe('2025-10-18')
    expect(issuesIn(() => save(id, { materials: '字'.repeat(101) }))).toEqual(['materials: too-long'])
    expect(issuesIn(() => save(id, { materials: Array.from({ length: 21 }, (_, at) => `第${at}`).join('\n') }))).toEqual([
      'materials: too-large',
    ])
    const sent = await notifiedRound(t, ['P0001'])
    expect(codeOf(() => save(sent, { materials: '别的' }))).toBe('round-not-there')
  })
})

describe('what is asked of a unit', () => {
  it('stands on its home with the deadline until everything has come', async () => {
    const round = await notifiedRound(t, ['P0001', 'P0002'])
    expect(materialRequests(t.actors.owner, testDay)).toMatchObject([
      { code: 'P0001', dueOn: '2025-10-18', overdue: false, asked: 2, left: 2, roundWorkId: workIn(round, 'P0001').id },
    ])
    expect(materialRequests(t.actors.owner, '2025-10-19')[0]?.overdue).toBe(true)
    handIn(round)
    handIn(round)
    expect(materialRequests(t.actors.owner, testDay)[0]?.left).toBe(1)
    handIn(round, asked(round, 'P0001', 1))
    expect(materialRequests(t.actors.owner, testDay)).toEqual([])
    expect(materialRequests(t.actors.otherOwner, testDay)).toMatchObject([{ code: 'P0002' }])
    for (const actor of [t.actors.bureau, t.actors.supervisor, t.actors.auditor]) expect(materialRequests(actor, testDay)).toEqual([])
  })

  it('is handed in with words or files, which are read with it, and a later one stands beside the earlier', async () => {
    const round = await notifiedRound(t, ['P0001'])
    expect(issuesIn(() => handIn(round, { words: '' }))).toEqual(['words: hand-in-empty'])
    attach(round)
    const first = handIn(round, { words: '' })
    expect(lastEvent('P0001')).toMatchObject({
      action: 'material.handed-in',
      body: { material: '施工许可证', files: [{ name: '许可证.pdf' }] },
    })
    handIn(round, { words: '补充说明' }, t.actors.owner, '2025-10-19')
    const [material] = materialForm(t.actors.owner, workIn(round, 'P0001').id).materials
    expect(material?.given.map(({ words, late, files }) => [words, late, files.length])).toEqual([
      [null, false, 1],
      ['补充说明', true, 0],
    ])
    for (const actor of [t.actors.supervisor, t.actors.bureau, t.actors.leader, t.actors.owner])
      expect(evidenceOf(actor, `material:${first}`)).toHaveLength(1)
    expect(evidenceOf(t.actors.otherOwner, `material:${first}`)).toEqual([])
    expect(roundWorkRows(orm(), { round: roundRow(round), whole: true }, 1)[0]?.materials).toBe(1)
  })

  it('is handed in by the unit whose work it is alone, and for a material of that round', async () => {
    const round = await notifiedRound(t, ['P0001'])
    const other = await notifiedRound(t, ['P0001'])
    expect(codeOf(() => handIn(round, {}, t.actors.otherOwner))).toBe('not-found')
    for (const actor of [t.actors.bureau, t.actors.supervisor, t.actors.leader, t.actors.admin, t.actors.auditor])
      expect(codeOf(() => handIn(round, {}, actor))).toBe('forbidden')
    expect(codeOf(() => handIn(round, { materialId: String(materialIn(other).id) }))).toBe('not-found')
    expect(materialForm(t.actors.supervisor, workIn(round, 'P0001').id)).toMatchObject({
      mayHandIn: false,
      materials: [{ draft: null }, {}],
    })
  })

  it('may come late, until the round is closed', async () => {
    const round = await notifiedRound(t, ['P0001'])
    move(t, round, 'begin')
    move(t, round, 'end')
    handIn(round)
    orm().update(rounds).set({ state: 'closed' }).where(eq(rounds.id, round)).run()
    expect(codeOf(() => handIn(round))).toBe('round-not-there')
    expect(materialRequests(t.actors.owner, testDay)).toEqual([])
    expect(materialForm(t.actors.owner, workIn(round, 'P0001').id).mayHandIn).toBe(false)
  })

  it('is nothing before the list is open', () => {
    const draft = makeRound(t)
    nameWorks(t, draft, ['P0001'])
    askFor(t, draft)
    const secret = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, secret, ['P0001'])
    askFor(t, secret)
    beginVisit(secret, 'P0001', t.actors.supervisor)
    expect(materialRequests(t.actors.owner, testDay)).toEqual([])
    for (const round of [draft, secret]) {
      expect(codeOf(() => handIn(round))).toBe('not-found')
      expect(codeOf(() => attach(round))).toBe('not-found')
      for (const actor of [t.actors.owner, t.actors.bureau])
        expect(codeOf(() => materialForm(actor, workIn(round, 'P0001').id))).toBe('not-found')
    }
    move(t, secret, 'end')
    expect(materialRequests(t.actors.owner, testDay)).toHaveLength(1)
  })
})
