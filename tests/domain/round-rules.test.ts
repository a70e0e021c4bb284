import { describe, expect, it } from 'vitest'
import { draw, drawVersion, listHash, seedHash } from '../../domain/draw'
import { drawCandidates } from '../../domain/draw-candidates'
import { checkDraw } from '../../domain/draw-check'
import { drawFile, drawFileText } from '../../domain/draw-file'
import { repeating } from '../../domain/draw-repeat'
import { roundStates, scopeRules } from '../../domain/inspection'
import { type NoticeFacts, noticePaper } from '../../domain/round-notice'
import { countByRules, type ScopeWork, scopeByRules, takesTeam, takesWords, takesWorks } from '../../domain/round-rules'
import { readScopeList } from '../../domain/scope-list'
import { atOnce } from '../../domain/turns'

const work = (code: string, more: Partial<ScopeWork> = {}): ScopeWork => ({
  code,
  stage: 'construction',
  level: 'green',
  silentMonths: 0,
  chainId: null,
  sector: 'water',
  overdueRectification: false,
  lastVisitOn: null,
  ...more,
})
const repeated = (text: string) => atOnce(repeating(text))
const byRules = (works: ScopeWork[], rules: Parameters<typeof scopeByRules>[1], listed: string[] = []) =>
  Object.fromEntries(scopeByRules(works, rules, new Set(listed)))

describe('the rules of scope', () => {
  it('count for each rule alone what it would bring in', () => {
    const works = [
      work('P0001', { level: 'red', chainId: 'a' }),
      work('P0002', { level: 'red', stage: 'withdrawn' }),
      work('P0003', { level: 'red', chainId: 'b', sector: 'other' }),
      work('P0004', { stage: 'paused', chainId: 'b' }),
      work('P0005', { overdueRectification: true, chainId: 'c' }),
      work('P0006', { level: 'none', silentMonths: null }),
    ]
    for (const listed of [[], ['P0001'], ['P0003', 'P0005']]) {
      const counts = countByRules(works, new Set(listed))
      for (const rule of scopeRules) {
        const brought = Object.keys(byRules(works, [rule], listed)).filter((code) => !listed.includes(code))
        expect([rule, counts[rule]]).toEqual([rule, brought.length])
      }
    }
    expect(countByRules(works, new Set())).toMatchObject({ red: 2, paused: 1, 'every-chain': 3, 'every-sector': 2 })
  })

  it('bring in red, paused, silent and overdue works, each with every rule that does', () => {
    const works = [
      work('P0001', { level: 'red', overdueRectification: true }),
      work('P0002', { stage: 'paused', level: 'none' }),
      work('P0003', { level: 'none', silentMonths: null }),
      work('P0004', { level: 'none', silentMonths: 1 }),
      work('P0005', { level: 'none', silentMonths: 2, stage: 'reserve' }),
      work('P0006', { level: 'green', silentMonths: 5 }),
      work('P0007', { level: 'none', silentMonths: 2, stage: 'preparatory' }),
      work('P0008', { level: 'red', stage: 'withdrawn' }),
    ]
    expect(byRules(works, ['red', 'paused', 'unrated', 'overdue-rectification'])).toEqual({
      P0001: ['red', 'overdue-rectification'],
      P0002: ['paused'],
      P0003: ['unrated'],
      P0007: ['unrated'],
    })
  })

  it('add for a chain without a work the one that most deserves a look, and none where one is listed', () => {
    const chain = (code: string, chainId: string, more: Partial<ScopeWork> = {}) => work(code, { chainId, ...more })
    const works = [
      chain('P0001', 'food', { lastVisitOn: '2025-01-01' }),
      chain('P0002', 'food', { lastVisitOn: '2024-01-01' }),
      chain('P0003', 'food', { stage: 'reserve' }),
      chain('P0004', 'digital', { stage: 'completed' }),
      chain('P0005', 'digital', { level: 'yellow', lastVisitOn: '2025-09-01' }),
      chain('P0006', 'tourism'),
      work('P0007'),
    ]
    expect(byRules(works, ['every-chain'], ['P0006'])).toEqual({ P0002: ['every-chain'], P0005: ['every-chain'] })
    expect(byRules(works, ['every-sector'], ['P0007'])).toEqual({})
  })

  it('let a work that another rule brings in stand for its chain', () => {
    const works = [work('P0001', { chainId: 'food', level: 'red' }), work('P0002', { chainId: 'food', level: 'red' })]
    expect(byRules(works, ['red', 'every-chain', 'every-sector'])).toEqual({ P0001: ['red'], P0002: ['red'] })
  })
})

describe('what a round still takes', () => {
  it('depends on its state and on whether it was announced', () => {
    const taken = (announced: boolean) =>
      roundStates.map((state) => [takesWords, takesWorks, takesTeam].map((takes) => (takes({ state, announced }) ? 'x' : '-')).join(''))
    expect(taken(true)).toEqual(['xxx', 'xxx', '--x', '--x', '---', '---', '---', '---', '---'])
    expect(taken(false)).toEqual(['xxx', 'xxx', '--x', '-xx', '---', '---', '---', '---', '---'])
  })
})

describe('a pasted list', () => {
  const works = [
    { code: 'P0001', name: '甲水库' },
    { code: 'P0002', name: '乙公路' },
    { code: 'P0003', name: '同名' },
    { code: 'P0004', name: '同名' },
  ]
  it('is read by codes, names and columns of a spreadsheet', () => {
    expect(readScopeList('p0001、Ｐ0002；\n\n甲水库\t衡东\n1\tP0003\t同名', works)).toEqual({
      codes: ['P0001', 'P0002', 'P0003'],
      unknown: [],
    })
  })

  it('says which lines name no work, or could name two', () => {
    expect(readScopeList('P0001 P9999\n同名\n丙桥', works)).toEqual({ codes: [], unknown: ['P0001 P9999', '同名', '丙桥'] })
  })
})

describe('candidates of a draw', () => {
  const works = [
    { code: 'P0001', inspected: true, chain: '数字经济', sector: '信息', town: null, light: '红灯', owner: `甲\t${'长'.repeat(300)}` },
    { code: 'P0002', inspected: false, chain: null, sector: '水利', town: '石湾镇', light: '绿灯', owner: null },
  ]
  it('carry the name of their stratum, and tickets only when the draw is weighted', () => {
    expect(drawCandidates(works, 'none', false)).toEqual([
      { code: 'P0001', stratum: '', tickets: 1 },
      { code: 'P0002', stratum: '', tickets: 1 },
    ])
    expect(drawCandidates(works, 'town', true)).toEqual([
      { code: 'P0001', stratum: '', tickets: 1 },
      { code: 'P0002', stratum: '石湾镇', tickets: 3 },
    ])
  })

  it('fit the exported file whatever a unit is called, and the file repeats', () => {
    const candidates = drawCandidates(works, 'owner', false)
    const seed = 'a'.repeat(64)
    const input = { seed, publicValue: '1', candidates, count: 1, atLeastOne: false }
    const file = drawFile.parse({
      ...input,
      ...{ version: drawVersion, title: '题', round: '2025Q3 round:1', n: 1, reason: null, seedHash: seedHash(seed) },
      ...{ seedCommittedAt: '2025-10-16T01:00:00.000Z', frozenAt: '2025-10-16T02:00:00.000Z', publicSource: '开奖', headSeq: 1 },
      ...{ stratify: 'owner', weighted: false, listHash: listHash(candidates), drawn: draw(input) },
    })
    expect(checkDraw(file).problems).toEqual([])
    expect(repeated(drawFileText(file))).toMatchObject({ problems: [], repeated: file.drawn, candidates: 2 })
    const other = file.drawn[0] === 'P0001' ? 'P0002' : 'P0001'
    expect(repeated(drawFileText({ ...file, drawn: [other] }))).toMatchObject({ problems: ['drawn-differs'], repeated: file.drawn })
    expect(repeated(drawFileText({ ...file, version: 'draw-9' }))).toMatchObject({ problems: ['version-unknown'], repeated: null })
    expect(repeated('{"version":"draw-1"}')).toMatchObject({ malformed: expect.arrayContaining(['title']) })
  })
})

describe('a notice', () => {
  const facts: NoticeFacts = {
    ...{ title: '三季度督查', issuer: '督查室', day: '2025-10-16', fromDay: '2025-10-20', toDay: '2025-10-24' },
    ...{ scopeWords: '全县在建项目', requirements: '请准备资料。\n请派人到场。', materials: ['许可证'], materialsDueOn: '2025-10-18' },
    groups: [{ id: 1, name: '一组', fromDay: null, toDay: null }],
    members: [
      { name: '吴', unit: '住建局', duty: 'member', groupId: 1 },
      { name: '周', unit: '督查室', duty: 'leader', groupId: 1 },
      { name: '郑', unit: '督查室', duty: 'clerk', groupId: null },
    ],
    works: [{ code: 'P0001', name: '甲水库', unit: null, group: '一组', visitOn: '2025-10-20' }],
  }
  const wordsOf = (given: NoticeFacts) =>
    noticePaper(given, false).blocks.map((block) =>
      block.kind === 'paragraph' ? block.runs[0]?.text : block.kind === 'heading' ? `# ${block.text}` : '',
    )

  it('says when, what, who, what to hand in and what is required, and annexes the list', () => {
    expect(wordsOf(facts)).toEqual([
      '现定于2025年10月20日至2025年10月24日开展三季度督查，有关事项通知如下。',
      '# 督查时间',
      '2025年10月20日至2025年10月24日。',
      '# 督查范围',
      '全县在建项目。共1个项目，名单见附件。',
      '# 督查人员',
      '资料员：郑（督查室）。',
      '一组：组长：周（督查室）；成员：吴（住建局）。',
      '# 报送材料',
      '请各项目单位于2025年10月18日前报送下列材料：',
      '1. 许可证',
      '# 有关要求',
      '请准备资料。',
      '请派人到场。',
    ])
    expect(noticePaper(facts, false).annexes[0]?.blocks).toMatchObject([
      { kind: 'table', rows: [['1', 'P0001', '甲水库', '—', '一组', '2025年10月20日']] },
    ])
  })

  it('leaves a gap where nothing is decided, and out what is not asked', () => {
    const bare = { ...facts, fromDay: null, toDay: null, scopeWords: null, requirements: null, materials: [], groups: [], members: [] }
    expect(wordsOf(bare)).toEqual([
      '现定于（待定）至（待定）开展三季度督查，有关事项通知如下。',
      '# 督查时间',
      '（待定）至（待定）。',
      '# 督查范围',
      '共1个项目，名单见附件。',
      '# 督查人员',
      '（待定）',
    ])
  })
})
