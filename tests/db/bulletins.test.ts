import { spawnSync } from 'node:child_process'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlPage } from '../../app/_paper/html'
import { wordBytes } from '../../app/_paper/word'
import { verifyChain } from '../../db/audit-verify'
import { orm } from '../../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../../db/commands/annual-plans'
import { issueBulletin } from '../../db/commands/bulletin-issue'
import {
  draftBulletin,
  editBulletin,
  proposeBulletin,
  refreshBulletin,
  sendBackBulletin,
  takeBackBulletin,
} from '../../db/commands/bulletins'
import { draftErratum } from '../../db/commands/errata'
import { approveUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { sha256 } from '../../db/hash'
import { bulletinView } from '../../db/queries/bulletin'
import { bulletinComparison } from '../../db/queries/bulletin-comparison'
import { ownExtract } from '../../db/queries/bulletin-extract'
import { bulletinFile } from '../../db/queries/bulletin-file'
import { bulletinList } from '../../db/queries/bulletins'
import { bulletinsToIssue } from '../../db/queries/home-inspection'
import { events, findings, rounds, roundWorks } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { annualPlanInput } from '../../domain/annual-plan'
import { bulletinEdit, issueInput, sendBackInput } from '../../domain/bulletin-input'
import { Refusal } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import { monthlyInput } from '../../domain/update-input'
import {
  bulletinRow,
  documentRow,
  endedRound,
  finding,
  issued,
  issueOf,
  plainRender,
  proposed,
  seen,
  step,
} from '../support/bulletin-house'
import { addUser, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { listRow } from '../support/library'
import { codeOf, issuesIn, typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003'])
    giveWork(t, code, { organisationId: code === 'P0002' ? t.organisations.other : t.organisations.own })
  plan('P0001', '1000')
  report('P0001', '600')
})
afterAll(() => t.close())

function plan(code: string, plannedYuan: string): void {
  const input = annualPlanInput.parse({
    code,
    version: '0',
    year: '2025',
    plannedYuan,
    documentNo: '东发改〔2025〕1号',
    startMonth: '2025-01',
  })
  approveAnnualPlan(ctxOf(t.actors.bureau), submitAnnualPlan(ctxOf(t.actors.owner), input))
}

function report(code: string, investment: string, revisionReason?: string): void {
  const fields = { code, period: '2025-09', investmentBasis: 'year', investment, ...(revisionReason ? { revisionReason } : {}) }
  approveUpdate(ctxOf(t.actors.bureau), submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(fields)))
}

const realRender = async (paper: Paper) => ({ word: await wordBytes(paper), page: htmlPage(paper) })
const draftOf = (roundId: number, by: UserActor = t.actors.supervisor) => draftBulletin(ctxOf(by), { roundId })
const edit = (id: number, fields: Record<string, unknown>, by = t.actors.supervisor) =>
  editBulletin(ctxOf(by), typed(bulletinEdit, { ...texts(id), ...fields }))
function texts(id: number): Record<string, unknown> {
  const { version, title, texts: said } = bulletinRow(id)
  const { good: _good, problems: _problems, ...words } = said
  return { id: String(id), version: String(version), title, ...words }
}
async function refusalFrom(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  throw new Error('nothing was refused')
}

let year = 2030
/** Every test has a quarter of its own. */
const nextRound = (codes: readonly string[] = ['P0001', 'P0002']) => endedRound(t, `${year++}Q1`, codes)

describe('drafting a bulletin', () => {
  it('fills it from approved facts of the quarter, one a round', () => {
    const roundId = endedRound(t, '2025Q3', ['P0001', 'P0002'])
    seen(t, roundId, 'P0001', 'red', [3, 1, 1])
    const number = finding(t, roundId, 'P0001')
    const id = draftOf(roundId)
    const { facts, title, texts: said } = bulletinRow(id)
    expect(title).toBe('关于2025年第三季度全县重大项目督查情况的通报')
    expect(said).toMatchObject({ issuer: '测试发改局', requirements: [{ dueOn: '2025-11-15' }] })
    expect(facts?.figures).toMatchObject({
      ...{ completion: { value: 60, known: 1 }, timeProgress: { value: 75 }, gap: { value: -15 }, planYuan: { value: 1e7, atLeast: true } },
      ...{ inRound: { value: 2 }, visited: { value: 1 }, compared: { value: 4 }, agreeing: { value: 3 }, unchecked: { value: 1 } },
      ...{ found: { value: 1 }, shouldStart: { value: 1 }, started: { value: 1 } },
    })
    expect(facts?.problems.map(({ key, reasons }) => [key, reasons])).toEqual([[number, ['serious', 'red-rating']]])
    expect(facts?.findings[0]).toMatchObject({ number, code: 'P0001', unit: '测试甲公司', state: 'registered' })
    expect(facts?.rules).toMatchObject({ lights: { version: 1 }, rectification: { version: 1 } })
    expect(codeOf(() => draftOf(roundId))).toBe('bulletin-exists')
  })

  it('waits until the visits have ended', () => {
    const roundId = nextRound()
    orm().update(rounds).set({ state: 'under-way' }).where(eq(rounds.id, roundId)).run()
    expect(codeOf(() => draftOf(roundId))).toBe('round-not-there')
  })

  it('takes words and choices, but only what is proposed', () => {
    const roundId = nextRound()
    const number = finding(t, roundId, 'P0001')
    const id = draftOf(roundId)
    edit(id, { overall: '总体平稳', problems: [{ key: number, chosen: 'on', words: '须抓紧' }] })
    expect(bulletinRow(id).texts).toMatchObject({ overall: '总体平稳', problems: [{ key: number, chosen: true, words: '须抓紧' }] })
    expect(issuesIn(() => edit(id, { good: [{ key: 'P0002', chosen: 'on' }] }))).toEqual(['good: not-a-choice'])
    const stale = { ...texts(id), version: '1' }
    expect(codeOf(() => editBulletin(ctxOf(t.actors.supervisor), typed(bulletinEdit, stale)))).toBe('stale')
  })

  it('computes the figures again, and drops what is not proposed any more', () => {
    const roundId = nextRound()
    const number = finding(t, roundId, 'P0001')
    const id = draftOf(roundId)
    edit(id, { problems: [{ key: number, chosen: 'on' }] })
    orm().update(findings).set({ state: 'withdrawn' }).where(eq(findings.number, number)).run()
    expect(codeOf(() => proposeBulletin(ctxOf(t.actors.supervisor), step(id)))).toBe('figures-moved')
    expect(refreshBulletin(ctxOf(t.actors.supervisor), step(id))).toEqual({ dropped: 1 })
    expect(bulletinRow(id)).toMatchObject({ texts: { problems: [] }, facts: { figures: { found: { value: 0 } } } })
    proposeBulletin(ctxOf(t.actors.supervisor), step(id))
    expect(bulletinRow(id).state).toBe('proposed')
  })
})

describe('four eyes', () => {
  it('let neither who drafted nor who proposed it issue it or send it back', async () => {
    const id = draftOf(nextRound())
    proposeBulletin(ctxOf(t.actors.supervisor2), step(id))
    for (const actor of [t.actors.supervisor, t.actors.supervisor2]) {
      expect(await refusalFrom(issueBulletin(ctxOf(actor), issueOf(id), plainRender))).toBe('not-self')
      expect(codeOf(() => sendBackBulletin(ctxOf(actor), { ...step(id), reason: '改' }))).toBe('not-self')
    }
    for (const actor of [t.actors.bureau, t.actors.leader])
      expect(await refusalFrom(issueBulletin(ctxOf(actor), issueOf(id), plainRender))).toBe('forbidden')
    expect(bulletinRow(id).state).toBe('proposed')
  })

  it('let nobody issue it who ever wrote in it, whoever proposes it afterwards', async () => {
    const third = addUser('test-supervisor3', 'supervisor', t.organisations.bureau, '2025-01-10')
    const id = proposed(t, nextRound())
    sendBackBulletin(ctxOf(t.actors.supervisor2), { ...step(id), reason: '改' })
    edit(id, { opening: '乙写的' }, t.actors.supervisor2)
    proposeBulletin(ctxOf(t.actors.supervisor), step(id))
    expect(bulletinRow(id).editors).toEqual([t.actors.supervisor.id, t.actors.supervisor2.id])
    expect(await refusalFrom(issueBulletin(ctxOf(t.actors.supervisor2), issueOf(id), plainRender))).toBe('not-self')
    expect(bulletinView(t.actors.supervisor2, id).may.issue).toBe(false)
    expect(bulletinsToIssue(t.actors.supervisor2).some((row) => row.id === id)).toBe(false)
    expect(bulletinsToIssue(third).some((row) => row.id === id)).toBe(true)
    await issueBulletin(ctxOf(third), issueOf(id), plainRender)
    expect(bulletinView(t.actors.leader, id).writers.map(({ name }) => name)).toEqual(['test-supervisor', 'test-supervisor2'])
  })

  it('count who computed the figures again or took a proposal back among those who wrote', async () => {
    const refreshed = draftOf(nextRound())
    refreshBulletin(ctxOf(t.actors.supervisor2), step(refreshed))
    proposeBulletin(ctxOf(t.actors.supervisor), step(refreshed))
    expect(await refusalFrom(issueBulletin(ctxOf(t.actors.supervisor2), issueOf(refreshed), plainRender))).toBe('not-self')
    const taken = draftOf(nextRound())
    proposeBulletin(ctxOf(t.actors.supervisor2), step(taken))
    takeBackBulletin(ctxOf(t.actors.supervisor2), step(taken))
    proposeBulletin(ctxOf(t.actors.supervisor), step(taken))
    expect(await refusalFrom(issueBulletin(ctxOf(t.actors.supervisor2), issueOf(taken), plainRender))).toBe('not-self')
  })

  it('send it back with a reason, or let the proposer take it back: then it is a draft again', () => {
    const id = proposed(t, nextRound())
    sendBackBulletin(ctxOf(t.actors.supervisor2), typed(sendBackInput, { ...texts(id), reason: '要求写具体' }))
    expect(bulletinRow(id)).toMatchObject({ state: 'drafted', sentBackReason: '要求写具体', headHash: null, proposedBy: null })
    proposeBulletin(ctxOf(t.actors.supervisor), step(id))
    expect(codeOf(() => takeBackBulletin(ctxOf(t.actors.supervisor2), step(id)))).toBe('forbidden')
    takeBackBulletin(ctxOf(t.actors.supervisor), step(id))
    expect(bulletinRow(id)).toMatchObject({ state: 'drafted', sentBackReason: null })
  })

  it('freeze what was proposed: no editing, no new figures, no second proposal', () => {
    const id = proposed(t, nextRound())
    expect(codeOf(() => edit(id, {}))).toBe('bulletin-not-there')
    expect(codeOf(() => refreshBulletin(ctxOf(t.actors.supervisor), step(id)))).toBe('bulletin-not-there')
    expect(codeOf(() => proposeBulletin(ctxOf(t.actors.supervisor), step(id)))).toBe('bulletin-not-there')
  })
})

describe('issuing', () => {
  it('keeps the bytes, moves the round and names both in one event', async () => {
    const roundId = nextRound()
    const id = await issued(t, roundId)
    const row = bulletinRow(id)
    const document = documentRow(row.documentId!)
    expect(document).toMatchObject({
      kind: 'bulletin',
      subject: `bulletin:${id}`,
      day: testDay,
      headHash: row.headHash,
      headSeq: row.headSeq,
    })
    expect(document.number).toMatch(/^20\d\dQ1-通报-1$/)
    expect(document.sha256).toBe(sha256(document.word!))
    const paper = JSON.parse(document.word!.toString()) as Paper
    expect(paper).toMatchObject({
      draft: false,
      signer: '演示甲',
      foot: `编号${document.number}  冻结时事件链头：第${row.headSeq}号 ${row.headHash}`,
    })
    expect(orm().select().from(rounds).where(eq(rounds.id, roundId)).get()?.state).toBe('bulletin-issued')
    const event = orm()
      .select()
      .from(events)
      .where(eq(events.subject, `bulletin:${id}`))
      .all()
      .at(-1)
    expect(event?.action).toBe('bulletin.issued')
    expect(event!.seq).toBeGreaterThan(row.headSeq!)
  })

  it('answers a repeated request with the first document and makes no second', async () => {
    const id = proposed(t, nextRound())
    const input = issueOf(id)
    const ctx = ctxOf(t.actors.supervisor2, testDay, 'issue-once')
    const first = await issueBulletin(ctx, input, plainRender)
    expect(await issueBulletin(ctx, input, plainRender)).toEqual(first)
    expect(await refusalFrom(issueBulletin(ctxOf(t.actors.supervisor2), input, plainRender))).toBe('bulletin-not-there')
  })

  it('wants the day between the freezing and today', async () => {
    const id = proposed(t, nextRound())
    const issue = (day: string) =>
      issueBulletin(ctxOf(t.actors.supervisor2), typed(issueInput, { ...texts(id), signer: '演示甲', day }), plainRender)
    await expect(issue('2025-10-17')).rejects.toMatchObject({ issues: [{ field: 'day', code: 'in-the-future' }] })
    await expect(issue('2025-10-15')).rejects.toMatchObject({ issues: [{ field: 'day', code: 'before-previous' }] })
  })

  it('issues what was seen when two press at once: the second is told', async () => {
    const id = proposed(t, nextRound())
    const input = issueOf(id)
    const slow = async (paper: Paper) => {
      sendBackBulletin(ctxOf(t.actors.supervisor2), { ...step(id), reason: '再看' })
      return plainRender(paper)
    }
    expect(await refusalFrom(issueBulletin(ctxOf(t.actors.supervisor2), input, slow))).toBe('bulletin-not-there')
    expect(bulletinRow(id).documentId).toBeNull()
  })

  it('can neither be changed nor deleted afterwards', async () => {
    await issued(t, nextRound())
    for (const sql of ["update documents set page = ''", 'delete from documents'])
      expect(() => t.house.sqlite.exec(sql)).toThrow(/issued documents never change/)
  })
})

describe('an erratum', () => {
  it('is a numbered document of its own that points at what it corrects', async () => {
    const roundId = nextRound()
    const of = await issued(t, roundId)
    const original = documentRow(bulletinRow(of).documentId!)
    const id = draftErratum(ctxOf(t.actors.supervisor), { documentId: original.id })
    expect(codeOf(() => draftErratum(ctxOf(t.actors.supervisor), { documentId: original.id }))).toBe('bulletin-exists')
    expect(codeOf(() => proposeBulletin(ctxOf(t.actors.supervisor), step(id)))).toBe('erratum-empty')
    edit(id, { opening: '数据录入有误。', corrections: [{ at: '第一段', was: '2个', now: '3个' }] })
    proposeBulletin(ctxOf(t.actors.supervisor), step(id))
    const { number } = await issueBulletin(ctxOf(t.actors.supervisor2), issueOf(id), plainRender)
    expect(number).toBe(original.number.replace('通报', '更正'))
    const word = documentRow(bulletinRow(id).documentId!).word!.toString()
    expect(word).toContain(original.sha256)
    expect(word).toContain(original.number)
    expect(documentRow(original.id)).toEqual(original)
    expect(bulletinView(t.actors.leader, of).errata).toMatchObject([{ id, number, state: 'issued' }])
    expect(bulletinView(t.actors.leader, id).corrects).toMatchObject({ number: original.number, sha256: original.sha256 })
    expect(orm().select().from(rounds).where(eq(rounds.id, roundId)).get()?.state).toBe('bulletin-issued')
  })
})

describe('who reads what', () => {
  it('hides drafts from all but supervisors, and shows units only an extract', async () => {
    const roundId = nextRound(['P0001', 'P0002'])
    const number = finding(t, roundId, 'P0001')
    orm().update(findings).set({ state: 'assigned', unitId: t.organisations.own }).where(eq(findings.number, number)).run()
    const id = proposed(t, roundId)
    const lists = (actor: UserActor) => bulletinList(actor).some((row) => row.id === id)
    expect([t.actors.supervisor2, t.actors.bureau, t.actors.leader, t.actors.owner].map(lists)).toEqual([true, false, false, false])
    expect(codeOf(() => bulletinView(t.actors.bureau, id))).toBe('not-found')
    await issueBulletin(ctxOf(t.actors.supervisor2), issueOf(id), plainRender)
    expect([t.actors.bureau, t.actors.leader, t.actors.owner, t.actors.otherOwner].map(lists)).toEqual([true, true, true, true])
    expect(codeOf(() => bulletinView(t.actors.owner, id))).toBe('forbidden')
    const [mine, other] = [ownExtract(t.actors.owner, id), ownExtract(t.actors.otherOwner, id)]
    expect([mine.works.map(({ code }) => code), mine.findings.map((row) => row.number)]).toEqual([['P0001'], [number]])
    expect([other.works.map(({ code }) => code), other.findings]).toEqual([['P0002'], []])
    expect(JSON.stringify(other)).not.toMatch(/P0001|测试甲公司|10000000/)
  })

  it('finds no extract where a unit has no work', async () => {
    const id = await issued(t, nextRound(['P0001']))
    expect(codeOf(() => ownExtract(t.actors.otherOwner, id))).toBe('not-found')
    expect(bulletinList(t.actors.otherOwner).some((row) => row.id === id)).toBe(false)
  })

  it('compares two issued ones by what was frozen of each', async () => {
    const [a, b] = [await issued(t, nextRound(['P0001'])), await issued(t, nextRound(['P0002']))]
    const { round, bulletins } = bulletinComparison(t.actors.leader, a, b)
    expect([round.entered.map(({ code }) => code), round.left.map(({ code }) => code)]).toEqual([['P0002'], ['P0001']])
    expect(bulletins.a.id).toBe(a)
    expect(codeOf(() => bulletinComparison(t.actors.leader, a, proposed(t, nextRound())))).toBe('not-found')
  })
})

describe('an issued bulletin, 200 corrections of its facts later', () => {
  const verify = (hash: string) => {
    const env = { ...process.env, DATA_DIR: t.house.dir }
    return spawnSync('npm', ['run', '-s', 'audit:verify', '--', '--head', hash], { env, encoding: 'utf8' })
  }

  it('opens byte-identical, its head verifies, and an altered old row is found and located', async () => {
    const id = await issued(t, nextRound(), realRender)
    const open = () => (['word', 'page'] as const).map((part) => bulletinFile(t.actors.leader, id, part, testDay))
    const before = open()
    const said = JSON.stringify(bulletinView(t.actors.leader, id))
    for (let round = 1; round <= 200; round++) report('P0001', String(600 + round), `更正 ${round}`)
    expect(listRow('P0001').yearToDateYuan).toBe(8_000_000)
    expect(open()).toEqual(before)
    expect(JSON.stringify(bulletinView(t.actors.leader, id))).toBe(said)
    const bytes = before.map((file) => ('kept' in file ? file.kept : null))
    expect(bytes.map((kept) => kept !== null && sha256(kept.bytes) === kept.sha256)).toEqual([true, true])

    const { headSeq, headHash } = bulletinRow(id)
    expect(new TextDecoder().decode(bytes[1]?.bytes)).toContain(headHash)
    const whole = verify(headHash!)
    expect(whole.stdout).toContain(`event ${headSeq}`)
    expect(whole.stdout).toContain('the chain is whole up to it')
    expect(whole.status).toBe(0)

    t.house.sqlite.exec(`DROP TRIGGER events_no_update; update events set subject = 'project:P9999' where seq = ${headSeq! - 3}`)
    expect(verifyChain(t.house.sqlite).broken).toEqual({ seq: headSeq! - 3, what: 'fields' })
    const broken = verify(headHash!)
    expect(broken.stdout).toContain(`first break at event ${headSeq! - 3}`)
    expect(broken.stdout).toContain('NOT proven')
    expect(broken.status).toBe(1)
  }, 120_000)
})

describe('a large round', () => {
  it('with 200 works and 120 findings in its annexes is issued in at most 5 s', async () => {
    const roundId = nextRound([])
    const works = t.house.sqlite.prepare('select id from projects order by id limit 200').all() as { id: number }[]
    const wanted = 200
    for (let n = 0; works.length < wanted; n++) works.push({ id: extraWork(n) })
    for (const { id } of works) orm().insert(roundWorks).values({ roundId, projectId: id, route: 'all', rules: [] }).run()
    for (let n = 0; n < 120; n++) finding(t, roundId, 'P0001', { facts: `施工组织不力，主体工程滞后于计划里程碑，现场人员不足（${n}）。` })
    const id = proposed(t, roundId)
    expect(bulletinRow(id).facts?.works).toHaveLength(wanted)
    const began = performance.now()
    await issueBulletin(ctxOf(t.actors.supervisor2), issueOf(id), realRender)
    const ms = Math.round(performance.now() - began)
    console.log(`bulletin works=${wanted} findings=120 ms=${ms}`)
    expect(documentRow(bulletinRow(id).documentId!).word!.length).toBeGreaterThan(20_000)
    expect(ms).toBeLessThanOrEqual(5000)
  }, 60_000)
})

/** A work beyond the plan, as a row and its summary. */
function extraWork(n: number): number {
  const { sqlite } = t.house
  const code = `P8${String(n).padStart(3, '0')}`
  const columns = (table: string) => (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  const copied = (table: string, key: string, values: Record<string, string>) => {
    const names = columns(table)
    const from = names.map((name) => values[name] ?? name).join(', ')
    sqlite.exec(
      `insert into ${table} (${names.join(', ')}) select ${from} from ${table} where ${key} = (select id from projects where code = 'P0003')`,
    )
  }
  copied('projects', 'id', { id: 'null', code: `'${code}'`, name: `'演示工程${n}号'` })
  const { id } = sqlite.prepare('select id from projects where code = ?').get(code) as { id: number }
  copied('project_list', 'project_id', { project_id: String(id), code: `'${code}'`, name: `'演示工程${n}号'` })
  return id
}
