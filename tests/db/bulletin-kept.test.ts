import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as bulletinPage } from '../../app/bulletins/[id]/page/route'
import { GET as bulletinWord } from '../../app/bulletins/[id]/word/route'
import { GET as noticePage } from '../../app/inspections/[id]/notice/page/route'
import { GET as noticeWord } from '../../app/inspections/[id]/notice/word/route'
import { checkDocuments } from '../../db/audit-documents'
import { bulletinView } from '../../db/queries/bulletin'
import { bulletinRow, documentRow, endedRound, issued } from '../support/bulletin-house'
import { openTestHouse, type TestHouse, testDay } from '../support/house'
import { notifiedRound } from '../support/rounds'
import { giveWork } from '../support/work'

const session = vi.hoisted(() => ({ person: null as object | null }))
vi.mock('../../app/_lib/session', () => ({ apiViewer: async () => session.person, readerLocale: async () => 'zh-CN' }))
vi.mock('../../app/_lib/clock', () => ({ today: () => testDay }))

let t: TestHouse
let made: { bulletin: number; round: number; number: string; notice: string }
beforeEach(async () => {
  t = openTestHouse()
  giveWork(t, 'P0001')
  session.person = { actor: t.actors.supervisor }
  const round = await notifiedRound(t, ['P0001'], { quarter: '2026Q1' })
  const bulletin = await issued(t, endedRound(t, '2025Q3', ['P0001'], 'special'))
  const notice = t.house.sqlite.prepare<[], { number: string }>("select number from documents where kind = 'notice'").get()!.number
  made = { bulletin, round, number: documentRow(bulletinRow(bulletin).documentId!).number, notice }
  // Somebody with the file: past the triggers and the references.
  t.house.sqlite.exec('drop trigger documents_no_update; drop trigger documents_no_delete; pragma foreign_keys = off')
})
afterEach(() => t.close())

type Route = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>
const asked = (route: Route, id: number) => route(new Request('http://localhost/'), { params: Promise.resolve({ id: String(id) }) })
const statuses = async () => [
  (await asked(bulletinWord, made.bulletin)).status,
  (await asked(bulletinPage, made.bulletin)).status,
  (await asked(noticeWord, made.round)).status,
  (await asked(noticePage, made.round)).status,
]
const tamper = (sql: string, ...values: unknown[]) => t.house.sqlite.prepare(sql).run(...values)
const damaged = () => checkDocuments(t.house.sqlite).damaged

describe('issued papers', () => {
  it('are what the chain says they are, and are sent', async () => {
    expect(checkDocuments(t.house.sqlite)).toEqual({ documents: 2, damaged: [] })
    expect(await statuses()).toEqual([200, 200, 200, 200])
  })

  it('are not sent any more once their bytes were altered, and are named by the audit', async () => {
    tamper("update documents set word = ?, page = '<p>X</p>'", Buffer.from('X'))
    expect(await statuses()).toEqual([503, 503, 503, 503])
    expect(((await (await asked(bulletinWord, made.bulletin)).json()) as { code: string }).code).toBe('file-lost')
    expect(damaged()).toEqual([
      { number: made.notice, problem: 'word' },
      { number: made.notice, problem: 'page' },
      { number: made.number, problem: 'word' },
      { number: made.number, problem: 'page' },
    ])
  })

  it('are measured by the chain, so that a hash altered with the bytes helps nobody', async () => {
    const word = Buffer.from('X')
    const { createHash } = await import('node:crypto')
    tamper('update documents set word = ?, sha256 = ?', word, createHash('sha256').update(word).digest('hex'))
    expect((await statuses()).filter((status) => status === 503)).toHaveLength(2)
    expect(damaged().map(({ problem }) => problem)).toEqual(['word', 'word'])
  })

  it('keep the figures that extracts and comparisons read, too', () => {
    tamper("update documents set frozen = replace(frozen, '\"works\":', '\"works\": ') where kind = 'bulletin'")
    expect(damaged()).toEqual([{ number: made.number, problem: 'frozen' }])
  })

  it('are missed when they are gone, and not believed when no event names them', async () => {
    tamper("update documents set number = '2025Q3-通报-99' where kind = 'bulletin'")
    expect(damaged()).toEqual([
      { number: '2025Q3-通报-99', problem: 'unproven' },
      { number: made.number, problem: 'missing' },
    ])
    expect((await statuses()).slice(0, 2)).toEqual([503, 503])
    tamper('delete from documents')
    expect(damaged().map(({ problem }) => problem)).toEqual(['missing', 'missing'])
  })

  it('fail npm run audit:verify when one is not what was issued', () => {
    const verify = () => {
      const env = { ...process.env, DATA_DIR: t.house.dir }
      return spawnSync(process.execPath, ['--import', 'tsx', 'db/operator/audit-verify.ts'], { env, encoding: 'utf8' })
    }
    const whole = verify()
    expect(whole.stdout).toContain('2 份印发文件 issued documents, 0 处不符')
    expect(whole.status).toBe(0)
    tamper("update documents set word = ? where kind = 'bulletin'", Buffer.from('X'))
    const altered = verify()
    expect(altered.stdout).toContain(`document ${made.number}: Word 文件被改动`)
    expect(altered.stdout).toContain('events, head')
    expect(altered.status).toBe(1)
  })
})

describe('the page of an issued bulletin', () => {
  it('says what was kept with the bytes, whatever became of the draft', () => {
    tamper("update bulletins set title = '别的题目', facts = null where id = ?", made.bulletin)
    const { title, facts } = bulletinView(t.actors.leader, made.bulletin)
    expect(title).toContain('重大项目')
    expect(facts?.round.quarter).toBe('2025Q3')
  })
})
