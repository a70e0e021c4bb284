import { describe, expect, it } from 'vitest'
import type { BulletinFacts, BulletinWork, FindingFact } from '../../domain/bulletin'
import { choicesWithin } from '../../domain/bulletin-choice'
import { compareBulletins } from '../../domain/bulletin-comparison'
import { extractOf } from '../../domain/bulletin-extract'
import { type BulletinRows, bulletinFacts } from '../../domain/bulletin-facts'
import { bulletinEdit, textsOf } from '../../domain/bulletin-input'
import { bulletinPaper, erratumPaper } from '../../domain/bulletin-paper'
import { completionOfWorks, plannedStart, progressOf } from '../../domain/bulletin-progress'
import { bulletinPeriod, overdueLevel, rectificationOf } from '../../domain/bulletin-rectification'
import { startWords } from '../../domain/bulletin-tables'
import { bulletinTitle, firstTexts } from '../../domain/bulletin-texts'
import { type Contributors, hiddenSums } from '../../domain/bulletin-told'
import { gapWords, quarterWords } from '../../domain/bulletin-words'
import type { RectificationRules } from '../../domain/finding'
import type { Paper } from '../../domain/official-document'

const wan = 10_000
const blank: BulletinWork = {
  ...{ code: 'P0001', name: '甲', sector: 'industry', chainId: null, level: null, stage: 'construction' },
  ...{ ownerId: 1, ownerName: '甲公司', responsibleId: null, responsibleName: null, totalYuan: null, plan: null, done: null },
  ...{ plannedStart: null, startedOn: null, light: 'none', listed: null },
}
const plan = (amount: number | null, startMonth: string | null = null, finishMonth: string | null = null) => ({
  yuan: amount === null ? null : amount * wan,
  startMonth,
  finishMonth,
})
const done = (month: string, amount: number) => ({ month, yuan: amount * wan })
const work = (code: string, more: Partial<BulletinWork>): BulletinWork => ({ ...blank, code, name: `项目${code}`, ...more })

/** Six works: three can be compared, one plans nothing, one has no plan, one has no approved figure. */
const library: BulletinWork[] = [
  work('P0001', {
    ...{ plan: plan(1000), done: done('2025-09', 600), totalYuan: 3e8, level: 'county', chainId: 'machinery', light: 'yellow' },
    ...{ plannedStart: '2025-03', startedOn: '2025-03-20', listed: { route: 'draw', visited: true, rating: 'green' } },
  }),
  work('P0002', {
    ...{ plan: plan(3000, '2025-07'), done: done('2025-08', 1800), ownerId: 2, ownerName: '乙公司', chainId: 'machinery', light: 'green' },
    ...{ plannedStart: '2025-07', startedOn: '2025-10-02', listed: { route: 'named', visited: true, rating: 'green' } },
  }),
  work('P0003', { plan: plan(0), done: done('2025-09', 50), plannedStart: '2025-10' }),
  work('P0004', { done: done('2025-06', 70), light: 'red', listed: { route: 'rule', visited: false, rating: null } }),
  work('P0005', { plan: plan(500), totalYuan: 1e8, ownerId: 3, ownerName: '丙公司', sector: 'water', plannedStart: '2024-01' }),
  work('P0006', { plan: plan(2000, null, '2025-10'), done: done('2025-07', 1400), ownerId: 4, stage: 'paused', startedOn: '2024-05-01' }),
]

const rules: RectificationRules = {
  ...{ warnDaysBefore: 3, overdueDays: { blue: 1, yellow: 10, red: 30 }, acknowledgeWorkdays: 2, answerWorkdays: 5 },
  deadlineDays: { general: 30, serious: 20, major: 15 },
  tell: { warning: [], blue: [], yellow: [], red: [] },
}
const fact = (number: string, more: Partial<FindingFact> = {}): FindingFact => ({
  ...{ number, code: 'P0002', work: '项目P0002', unitId: 2, unit: '乙公司', category: 'schedule', severity: 'major' },
  ...{ facts: '停工一个月', dueOn: '2025-11-20', state: 'assigned' },
  ...more,
})

const rows = (more: Partial<BulletinRows> = {}): BulletinRows => ({
  asOf: { day: '2025-10-16', headSeq: 7, headHash: 'a'.repeat(64) },
  round: { id: 1, quarter: '2025Q3', kind: 'quarterly', title: '三季度督查', fromDay: null, toDay: null },
  rules: { lights: rule, duty: rule, rectification: rule, holidays: rule },
  rectification: rules,
  works: library,
  names: {
    level: [
      { key: 'county', name: '县重点' },
      { key: '', name: '未登记级别' },
    ],
    sector: [
      { key: 'industry', name: '工业' },
      { key: 'water', name: '水利' },
      { key: 'energy', name: '能源' },
    ],
    chain: [
      { key: 'machinery', name: '机械制造' },
      { key: '', name: '不在九链' },
    ],
  },
  ...{ visits: 3, seen: { compared: 8, agreeing: 6, unchecked: 2 }, draws: [], findings: [fact('2025Q3-001')], open: [] },
  ...more,
})
const rule = { version: 1, document: null }
const nobody: Contributors = { totalYuan: [], planYuan: [], doneYuan: [], completion: [], timeProgress: [], gap: [] }
const facts = (more: Partial<BulletinRows> = {}): BulletinFacts => bulletinFacts(rows(more))
const textOf = (paper: Paper): string =>
  [paper, ...paper.annexes]
    .flatMap(({ blocks }) => blocks)
    .map((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : block.kind === 'heading' ? block.text : ''))
    .join('\n')

const draft = { number: null, signer: null, day: '2025-10-20', head: null, demo: false }

describe('what a bulletin adds up', () => {
  it('weighs each work against the time progress of its own approved month', () => {
    // 1000 × 75 %, 3000 × 2/6 (July to December, through August), 2000 × 7/10 (until October): 3150 of 6000; done 600 + 1800 + 1400.
    expect(completionOfWorks(library)).toEqual({ both: 3, completion: 63.3, time: 52.5, gap: 10.8 })
  })

  it('says the gap of the figures as they are printed', () => {
    const work = { ...blank, plan: plan(3000), done: done('2025-04', 1000) }
    expect(completionOfWorks([work])).toEqual({ both: 1, completion: 33.3, time: 33.3, gap: 0 })
  })

  it('knows no completion without a plan or without an approved figure, and counts neither as zero', () => {
    expect(completionOfWorks([library[2]!, library[3]!, library[4]!])).toEqual({ both: 0, completion: null, time: null, gap: null })
    const { plan: planned, done: spent, total } = progressOf(library, '2025-09')
    expect(planned).toEqual({ yuan: 6500 * wan, known: 5, unknown: 1 })
    expect(spent).toEqual({ yuan: 3920 * wan, known: 5, unknown: 1 })
    expect(total).toEqual({ yuan: 4e8, known: 2, unknown: 4 })
    expect(progressOf([], '2025-09').total.yuan).toBeNull()
  })

  it("counts starts by the quarter's end, a work that paused after it had started too", () => {
    const { shouldStart, started, dated } = progressOf(library, '2025-09')
    // P0001 and P0002 and P0005 were due; P0002 began two days after the quarter's end; October's is not due.
    expect({ shouldStart, started, dated }).toEqual({ shouldStart: 3, started: 1, dated: 4 })
    expect(progressOf([{ ...library[5]!, plannedStart: '2024-04' }], '2025-09').started).toBe(1)
  })

  it('takes a work of unknown stage for neither started nor not, and works without a date as what they may be', () => {
    const due = { plannedStart: '2025-02' }
    const works = [
      work('P0001', { ...due, startedOn: '2025-03-01' }),
      work('P0002', { ...due, stage: 'preparatory' }),
      work('P0003', { ...due, stage: 'unknown' }),
    ]
    const dated = facts({ works }).figures
    expect(dated.shouldStart).toMatchObject({ value: 3, atLeast: false, known: 3, all: 3 })
    expect(dated.started).toMatchObject({ value: 1, atLeast: true, known: 2, all: 3 })
    expect(dated.startRate).toMatchObject({ value: 50, known: 2, all: 3 })
    const undated = facts({ works: [...works, blank] })
    expect(undated.figures.shouldStart).toMatchObject({ value: 3, atLeast: true, known: 3, all: 4 })
    expect(startWords(undated.groups.level.at(-1)!)).toEqual(['≥3', '≥1'])
    expect(startWords(progressOf(works, '2025-09'))).toEqual(['3', '≥1'])
    const none = facts({ works: [blank] })
    expect([none.figures.shouldStart, none.figures.started]).toMatchObject([{ value: null, atLeast: false }, { value: null }])
    expect(startWords(none.groups.level.at(-1)!)).toEqual(['—', '—'])
    expect(textOf(bulletinPaper({ title: '题', texts: firstTexts(none, '室', 30) }, none, draft))).toContain('应开工和已开工尚不能计算。')
    expect(textOf(bulletinPaper({ title: '题', texts: firstTexts(undated, '室', 30) }, undated, draft))).toContain(
      '应开工≥3个，已开工≥1个，开工率50.0%。另有1个项目没有计划开工时间，不计入。应开工项目中1个阶段不明，不计入已开工和开工率。',
    )
  })

  it('takes the earliest planned start of plans and start milestone', () => {
    expect(plannedStart(['2025-05', null], ['2025-04-30'])).toBe('2025-04')
    expect(plannedStart([], [null])).toBeNull()
  })

  it('gives every figure its account', () => {
    const { figures } = facts()
    expect(figures.totalYuan).toEqual({ value: 4e8, atLeast: true, known: 2, all: 6, units: 2, months: null })
    expect(figures.doneYuan).toMatchObject({ months: { from: '2025-06', to: '2025-09' }, known: 5, all: 6 })
    expect(figures.completion).toMatchObject({
      value: 63.3,
      atLeast: false,
      known: 3,
      units: 3,
      months: { from: '2025-07', to: '2025-09' },
    })
    expect(figures.startRate).toMatchObject({ value: 33.3, known: 4, all: 6 })
    expect(figures.agreement).toMatchObject({ value: 75, known: 8, all: 10 })
    expect([figures.red, figures.yellow, figures.green, figures.unlit].map(({ value }) => value)).toEqual([1, 1, 1, 3])
    expect([figures.inRound, figures.visited, figures.visits].map(({ value }) => value)).toEqual([3, 2, 3])
  })

  it('has a rate of nothing only as unknown', () => {
    const none = facts({ works: [], seen: { compared: 0, agreeing: 0, unchecked: 0 } }).figures
    expect([none.startRate.value, none.agreement.value, none.completion.value, none.totalYuan.value]).toEqual([null, null, null, null])
    expect(none.works.value).toBe(0)
  })

  it('adds up by level, sector and chain, those in none in a row of their own', () => {
    const { level, sector, chain } = facts().groups
    expect(level.map(({ name, works }) => [name, works])).toEqual([
      ['县重点', 1],
      ['未登记级别', 5],
    ])
    expect(sector.map(({ key, works }) => [key, works])).toEqual([
      ['industry', 5],
      ['water', 1],
    ])
    expect(chain[0]).toMatchObject({ key: 'machinery', works: 2, inRound: 2, both: 2, completion: 60, time: 43.8, gap: 16.2 })
    for (const groups of [level, sector, chain]) expect(groups.reduce((sum, { works }) => sum + works, 0)).toBe(library.length)
  })
})

describe('rectification in a bulletin', () => {
  const open = (more: object) => ({
    state: 'rectifying' as const,
    dueOn: null,
    dueIn: null,
    closedOn: null,
    carriedHere: false,
    ofRound: false,
    ...more,
  })

  it('speaks of the quarter as far as it has gone', () => {
    expect(bulletinPeriod('2025Q3', '2025-10-16')).toEqual({ from: '2025-07-01', to: '2025-09-30' })
    expect(bulletinPeriod('2025Q4', '2025-10-16')).toEqual({ from: '2025-10-01', to: '2025-10-16' })
  })

  it('grades what is overdue by the calendar, and nothing that others look at', () => {
    const level = (dueOn: string, state: 'rectifying' | 'closure-requested' = 'rectifying') =>
      overdueLevel({ state, dueOn }, '2025-10-16', rules)
    expect(['2025-10-16', '2025-10-15', '2025-10-07', '2025-10-06', '2025-09-17', '2025-09-16'].map((day) => level(day))).toEqual([
      null,
      'blue',
      'blue',
      'yellow',
      'yellow',
      'red',
    ])
    expect(level('2025-01-01', 'closure-requested')).toBeNull()
  })

  it('counts due, closed, overdue and carried, and no withdrawn finding', () => {
    const findings = [
      open({ dueIn: '2025-09-30', state: 'closed', closedOn: '2025-09-30', ofRound: true }),
      open({ dueOn: '2025-09-30', dueIn: '2025-09-30', ofRound: true }),
      open({ dueOn: '2025-06-30', carriedHere: true }),
      open({ dueOn: '2025-10-30', ofRound: true }),
      open({ dueIn: '2025-08-01', state: 'withdrawn', ofRound: true }),
    ]
    expect(rectificationOf(findings, bulletinPeriod('2025Q3', '2025-10-16'), '2025-10-16', rules)).toEqual({
      ...{ found: 3, due: 2, dueClosed: 1, closed: 1, overdueBlue: 0, overdueYellow: 1, overdueRed: 1, carried: 1, all: 4 },
    })
  })

  it('counts as closed in time only what was closed by its deadline, and as due also what was given more time', () => {
    const findings = [
      open({ dueOn: '2025-11-01', dueIn: '2025-09-20', state: 'closed', closedOn: '2025-10-05' }),
      open({ dueOn: '2025-11-01', dueIn: '2025-09-20', state: 'sent-back' }),
      open({ dueOn: '2025-08-01', dueIn: '2025-08-01', state: 'closed', closedOn: '2025-08-01' }),
      open({ dueOn: '2025-11-01', state: 'closed', closedOn: '2025-09-01' }),
    ]
    const { due, dueClosed, closed } = rectificationOf(findings, bulletinPeriod('2025Q3', '2025-10-16'), '2025-10-16', rules)
    expect({ due, dueClosed, closed }).toEqual({ due: 3, dueClosed: 1, closed: 2 })
  })
})

describe('what is proposed to be named', () => {
  it('is good where light and inspector agree, and a problem with its number', () => {
    const { good, problems } = facts({ findings: [fact('2025Q3-001'), fact('2025Q3-002', { severity: 'general' })] })
    expect(good).toEqual(['P0002'])
    expect(problems.map(({ key, reasons }) => [key, reasons])).toEqual([
      ['2025Q3-001', ['major']],
      ['P0004', ['red-light']],
    ])
  })

  it('falls away when it is not proposed any more, and is counted', () => {
    const now = facts()
    const chosen = (key: string) => ({ key, chosen: true, words: null })
    const texts = { ...firstTexts(now, '督查室', 30), good: [chosen('P0002'), chosen('P0001')], problems: [chosen('2025Q3-001')] }
    expect(choicesWithin(texts, now)).toMatchObject({ dropped: 1, texts: { good: [{ key: 'P0002' }], problems: [{ key: '2025Q3-001' }] } })
  })
})

describe('the paper', () => {
  const now = facts()
  const chosen = (key: string, words: string | null) => ({ key, chosen: true, words })
  const texts = {
    ...firstTexts(now, '督查室', 30),
    overall: '一段\n\n二段',
    good: [chosen('P0002', '做法好。')],
    problems: [chosen('2025Q3-001', null), { ...chosen('P0004', '不写'), chosen: false }],
  }
  const head = { seq: 7, hash: 'a'.repeat(64) }
  const paper = bulletinPaper({ title: bulletinTitle(now), texts }, now, {
    ...{ number: '2025Q3-通报-1', signer: '演示甲', day: '2025-10-20', head, demo: false },
  })
  const text = textOf(paper)

  it('says figures with coverage, ≥ for partial sums and the gap in percentage points', () => {
    expect(text).toContain('纳入统计的重大项目6个，列入本轮督查3个。')
    expect(text).toContain('总投资≥4.00亿元（6个项目中已知2个）')
    expect(text).toContain('按各项目最近审定月份（2025年6月至2025年9月）计，本年累计完成投资≥0.39亿元（6个项目中已知5个）')
    expect(text).toContain('3个项目，完成年度计划的63.3%，各按其审定月份的序时进度为52.5%，高于序时进度10.8个百分点。')
    expect(text).toContain('截至2025年9月30日，应开工≥3个，已开工≥1个，开工率33.3%。另有2个项目没有计划开工时间')
  })

  it('names what was chosen, with the number of the finding, and nothing else', () => {
    expect(text).toContain('项目P0002。绿灯，现场评价“推进良好”，截至2025年8月完成年度计划的60.0%，高于序时进度26.7个百分点。做法好。')
    expect(text).toContain('项目P0002（问题编号2025Q3-001，严重问题）停工一个月。')
    expect(text).not.toContain('不写')
  })

  it('sets deadlines, carries the head in its foot and no mark of a draft', () => {
    expect(text).toContain('（2025年11月15日前完成）')
    expect(paper).toMatchObject({ draft: false, number: null, signer: '演示甲', day: '2025-10-20' })
    expect(paper.foot).toBe(`编号2025Q3-通报-1  冻结时事件链头：第7号 ${head.hash}`)
    expect(paper.annexes.map(({ title }) => title)).toEqual(['督查项目一览表', '督查发现问题清单', '数据说明'])
    expect(
      bulletinPaper({ title: '题', texts }, now, { number: null, signer: null, day: '2025-10-20', head: null, demo: false }),
    ).toMatchObject({
      ...{ draft: true, foot: null },
    })
  })

  it('says on every page that it is of a demonstration', () => {
    const shown = bulletinPaper({ title: '题', texts }, now, { number: null, signer: null, day: '2025-10-20', head: null, demo: true })
    expect(shown.foot).toBe('演示数据')
  })

  it('says so where nothing is known instead of writing zero', () => {
    const bare = facts({ works: [blank], findings: [] })
    const said = textOf(
      bulletinPaper({ title: '题', texts }, bare, { number: null, signer: null, day: '2025-10-20', head: null, demo: false }),
    )
    expect(said).toContain('总投资尚不掌握（1个项目均未知）')
    expect(said).toContain('没有项目同时具备年度计划和审定完成数')
    expect(said).not.toMatch(/(^|[^\d.])0\.00亿元/)
  })

  it('repeats how the works were drawn', () => {
    const drawn = { ...{ n: 1, reason: null, version: 'draw-1', seed: 's'.repeat(64), seedHash: 'h'.repeat(64), publicValue: 'v' } }
    const removed = [{ code: 'P0003', reason: '已停建。' }]
    const draw = {
      ...drawn,
      abandoned: null,
      removed,
      publicSource: 'chain-head',
      frozenAt: '2025-09-01T00:00:00.000Z',
      listHash: 'l'.repeat(64),
      candidates: 40,
    }
    const said = textOf(
      bulletinPaper(
        { title: '题', texts },
        facts({
          draws: [
            { ...draw, abandoned: '三季度督查（首次）', removed: [], count: 1, stratify: 'chain', weighted: false, drawn: ['P0009'] },
            { ...draw, n: 2, reason: '名单有误', count: 2, stratify: 'chain', weighted: false, drawn: ['P0007', 'P0003'] },
          ],
        }),
        {
          ...{ number: null, signer: null, day: '2025-10-20', head: null, demo: false },
        },
      ),
    )
    for (const part of [
      draw.seed,
      draw.seedHash,
      draw.listHash,
      'draw-1',
      '第1次随机抽取（在已作废的轮次《三季度督查（首次）》中进行）：从40个候选项目中抽取1个（按产业链），抽中项目依次为P0009。任何人',
      '第2次随机抽取（重新抽取，原因：名单有误）：从40个候选项目中抽取2个（按产业链）',
      '/inspections/repeat-draw',
      'P0007、P0003',
      '其中1个抽中后移出名单：P0003（已停建）。',
    ])
      expect(said).toContain(part)
  })

  it('of an erratum points at what it corrects by number and hash', () => {
    const corrects = { number: '2025Q3-通报-1', title: '通报', day: '2025-10-20', sha256: 'b'.repeat(64) }
    const correcting = { ...texts, corrections: [{ at: '第一段', was: '六个', now: '七个' }] }
    const said = textOf(
      erratumPaper({ title: '更正', texts: correcting }, corrects, {
        number: null,
        signer: null,
        day: '2025-11-01',
        head: null,
        demo: false,
      }),
    )
    expect(said).toContain(`2025年10月20日印发的《通报》（编号2025Q3-通报-1，SHA-256 ${corrects.sha256}）`)
    expect(said).toContain('第一段：原文“六个”，更正为“七个”。')
  })

  it('writes a gap and a quarter in words', () => {
    expect([gapWords(-3.6), gapWords(0), gapWords(2)]).toEqual(['低于序时进度3.6个百分点', '与序时进度持平', '高于序时进度2.0个百分点'])
    expect(quarterWords('2025Q4')).toBe('2025年第四季度')
  })
})

describe('the words of a draft', () => {
  const fields = { id: '1', version: '1', title: '题', issuer: '督查室' }

  it('name the kind of round', () => {
    const title = (kind: 'quarterly' | 'joint') => bulletinTitle(facts({ round: { ...rows().round, kind } }))
    expect([title('quarterly'), title('joint')]).toEqual([
      '关于2025年第三季度全县重大项目督查情况的通报',
      '关于2025年第三季度全县重大项目联合督查情况的通报',
    ])
  })

  it('keep no empty row, and want a begun one finished', () => {
    const empty = { words: '', dueOn: '' }
    const typed = bulletinEdit.parse({
      ...fields,
      requirements: [empty, { words: '整改', dueOn: '2025-11-01' }],
      good: [{ key: 'P0001', chosen: 'on' }],
    })
    expect(textsOf(typed)).toMatchObject({
      ...{ requirements: [{ words: '整改', dueOn: '2025-11-01' }], good: [{ key: 'P0001', chosen: true, words: null }], opening: null },
    })
    const wrong = bulletinEdit.safeParse({ ...fields, requirements: [{ words: '整改', dueOn: '' }] })
    expect(wrong.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['requirements.0.dueOn', 'required']])
  })
})

describe("a unit's extract", () => {
  const own = { codes: new Set(['P0002']), unitId: 2 }
  const texts = firstTexts(facts(), '督查室', 30)

  it('has its own works and findings and no other firm', () => {
    const findings = [fact('2025Q3-001'), fact('2025Q3-002', { code: 'P0001', unitId: 1 }), fact('2025Q3-003', { state: 'registered' })]
    const extract = extractOf(facts({ findings }), texts, own, [])
    expect(extract.works.map(({ code }) => code)).toEqual(['P0002'])
    expect(extract.findings.map(({ number }) => number)).toEqual(['2025Q3-001'])
    expect(JSON.stringify(extract)).not.toMatch(/甲公司|丙公司|P0001/)
  })

  it('tells no sum that fewer than three units make up', () => {
    const figures = new Map(extractOf(facts(), texts, own, []).figures.map(({ name, figure }) => [name, figure]))
    expect(figures.get('totalYuan')).toBeNull()
    expect(figures.get('doneYuan')?.value).toBe(3920 * wan)
    const two = new Map(extractOf(facts({ works: library.slice(0, 2) }), texts, own, []).figures.map(({ name, figure }) => [name, figure]))
    expect([two.get('doneYuan'), two.get('completion'), two.get('gap')]).toEqual([null, null, null])
    expect(two.get('works')?.value).toBe(2)
  })

  it('tells no sum beside an earlier one when the difference is what one or two units gave', () => {
    const of = (...units: number[]) => ({ ...nobody, totalYuan: units })
    const hidden = (...sets: number[][]) =>
      hiddenSums(
        sets.slice(0, -1).map((units) => of(...units)),
        of(...sets.at(-1)!),
      ).totalYuan
    expect(hidden([1, 2])).toBe('few')
    expect(hidden([1, 2, 3], [1, 2, 3])).toBeNull()
    expect(hidden([1, 2, 3], [1, 2, 3, 4])).toBe('turnover')
    expect(hidden([1, 2, 3], [1, 2, 4])).toBe('turnover')
    expect(hidden([1, 2, 3], [1, 2, 3, 4, 5, 6])).toBeNull()
    // What was not told cannot be subtracted; what was told long ago still can.
    expect(hidden([1, 2], [1, 2, 3])).toBeNull()
    expect(hidden([1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4])).toBe('turnover')
    expect(hidden([1, 2, 3], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4])).toBe('turnover')
  })

  it('says why a sum is not told, and never whose figures a sum is made of', () => {
    const library = Array.from({ length: 4 }, (_, at) => work(`P001${at}`, { ownerId: 700 + at, totalYuan: 1e8 }))
    const before = facts({ works: library.slice(0, 3) })
    const extract = extractOf(facts({ works: library }), texts, own, [before.contributors])
    expect(before.contributors.totalYuan).toEqual([700, 701, 702])
    expect(extract.figures.find(({ name }) => name === 'totalYuan')).toEqual({ name: 'totalYuan', figure: null, hidden: 'turnover' })
    expect(JSON.stringify(extract)).not.toContain('70')
  })

  it('counts who answers for a work that has no owner', () => {
    const works = [work('P0001', { totalYuan: 1, ownerId: null, responsibleId: 9 }), work('P0002', { totalYuan: 1 })]
    expect(facts({ works }).contributors.totalYuan).toEqual([1, 9])
  })
})

describe('two quarters side by side', () => {
  const later = facts({
    round: { ...rows().round, quarter: '2025Q4' },
    works: [...library.slice(1, 5), work('P0007', { plan: plan(100), done: done('2025-12', 90), totalYuan: 1e8 })],
  })
  const comparison = compareBulletins(facts(), later)
  const of = (name: string) => comparison.figures.find((row) => row.name === name)

  it('subtract what is known of both, and say why where they cannot', () => {
    expect(of('works')).toMatchObject({ difference: -1, why: null })
    expect(of('completion')).toMatchObject({ a: { value: 63.3 }, b: { value: 61 }, difference: -2.3, why: 'partial' })
    expect(of('totalYuan')).toMatchObject({ difference: null, why: 'partial' })
    const bare = compareBulletins(facts({ works: [blank] }), later)
    expect(bare.figures.find((row) => row.name === 'completion')).toMatchObject({ difference: null, why: 'unknown' })
  })

  it('mark works that entered or left', () => {
    expect(comparison.library).toEqual({
      entered: [{ code: 'P0007', name: '项目P0007' }],
      left: [
        { code: 'P0001', name: '项目P0001' },
        { code: 'P0006', name: '项目P0006' },
      ],
    })
    expect(comparison.round.left).toEqual([{ code: 'P0001', name: '项目P0001' }])
    expect(comparison.groups.find(({ kind, key }) => kind === 'level' && key === 'county')).toMatchObject({ a: { works: 1 }, b: null })
  })
})
