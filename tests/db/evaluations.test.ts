import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlPage } from '../../app/_paper/html'
import { wordBytes } from '../../app/_paper/word'
import { draftEvaluation, editEvaluation, proposeEvaluation, refreshEvaluation, sendBackEvaluation } from '../../db/commands/evaluations'
import { issueEvaluation } from '../../db/commands/evaluations-issue'
import { approveIndicatorValue, submitIndicatorValue } from '../../db/commands/indicators'
import { congressFile, evaluationFile, evaluationList, evaluationView } from '../../db/queries/evaluations'
import { evaluationEdit, evaluationIssueInput, newEvaluationInput } from '../../domain/evaluation-input'
import { indicatorValueInput } from '../../domain/indicator-input'
import type { Block, Paper } from '../../domain/official-document'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { codeOf, issuesIn, typed } from '../support/typed'

const day = '2026-11-24'
let t: TestHouse
beforeAll(() => {
  t = openTestHouse({ today: day })
})
afterAll(() => t.close())

const by = (who: 'bureau' | 'bureau2') => ctxOf(t.actors[who], day)
const draft = (kind: string, year = '2025') => draftEvaluation(by('bureau'), typed(newEvaluationInput, { kind, year }))
const paperOf = (id: number): Paper => {
  const file = evaluationFile(t.actors.bureau, id, 'page', day)
  if (!('paper' in file)) throw new Error('issued already')
  return file.paper
}
const seen = (id: number) => evaluationView(t.actors.bureau, id)
const step = (id: number) => ({ id, version: seen(id).version })
const render = async (paper: Paper) => ({ word: await wordBytes(paper), page: htmlPage(paper) })
const issue = (who: 'bureau' | 'bureau2', id: number) =>
  issueEvaluation(by(who), typed(evaluationIssueInput, { id: String(id), version: String(seen(id).version), signer: '张某', day }), render)

const blocks = (paper: Paper): Block[] => [...paper.blocks, ...paper.annexes.flatMap((annex) => annex.blocks)]
const textsOf = (paper: Paper): string[] =>
  blocks(paper).flatMap((block) => {
    if (block.kind === 'heading') return [block.text]
    return block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : block.rows.flat()
  })

/** A column of sums says of how many each is; any other amount of such a table is one that the plan itself gives. */
function bareTotals(paper: Paper): string[] {
  return blocks(paper).flatMap((block) => {
    if (block.kind !== 'table' || block.unit !== '亿元') return []
    const heads = block.head.flat().map(({ text }) => text)
    return block.rows.flatMap((row) =>
      row.flatMap((cell, at) => {
        const head = heads[at] ?? ''
        const isSum = head.includes('已知/全部') || (/\d\.\d\d/.test(cell) && head !== '目标')
        return isSum && !/（\d+\/\d+）$/.test(cell) ? [`${head}: ${cell}`] : []
      }),
    )
  })
}

describe('the final evaluation of the library as the plan gives it, with no reports at all', () => {
  it('names every unknown of the library', () => {
    const paper = paperOf(draft('final'))
    const said = textsOf(paper).join('\n')
    const lists = textsOf({ ...paper, blocks: [], annexes: paper.annexes.filter(({ title }) => title === '尚不掌握情况清单') }).join('\n')
    const rows = t.house.sqlite.prepare(`select p.code, p.name from projects p`).all() as { code: string; name: string }[]
    expect(rows.length).toBeGreaterThan(100)
    for (const { code, name } of rows) expect(lists, code).toContain(`${code} ${name}`)
    const chains = t.house.sqlite.prepare(`select json_extract(body, '$.name') as name from plan_entries where kind = 'chain'`).all()
    for (const { name } of chains as { name: string }[]) expect(lists).toContain(name)
    const indicators = t.house.sqlite
      .prepare(`select code, json_extract(body, '$.name') as name from plan_entries where kind = 'indicator'`)
      .all()
    expect(indicators).toHaveLength(39)
    for (const { code, name } of indicators as { code: string; name: string }[])
      expect(lists).toContain(`${code} ${name}：2021、2022、2023、2024、2025年`)
    expect(lists).toContain('没有目标的产业链（1项）')
    expect(said).toContain('有2025年数的0项：未知39项')
    expect(said).toContain('从未有人填报的有：月度填报（审定）、里程碑计划日期')
  })

  it('gives no total without how many it is of', () => {
    const paper = paperOf(1)
    expect(bareTotals(paper)).toEqual([])
    expect(textsOf(paper).join('\n')).toMatch(/≥ \d+\.\d\d（\d+\/\d+）/)
    // A control: the same walk finds a total that lost its coverage.
    const bare = JSON.parse(JSON.stringify(paper).replaceAll(/（\d+\/\d+）/g, '')) as Paper
    expect(bareTotals(bare).length).toBeGreaterThan(20)
  })

  it('prints no figure that nobody gave: every year of every indicator is unknown, every output too', () => {
    const { facts } = seen(1)
    expect(facts.indicators.flatMap(({ values }) => values.filter(({ value }) => value !== null))).toEqual([])
    expect(facts.indicators.every(({ standing }) => standing === 'unknown')).toBe(true)
    expect(facts.chains.every(({ output }) => output.yuan === null)).toBe(true)
    expect(facts.investment.find(({ layer }) => layer === 'approved')).toMatchObject({ yuan: null, known: 0, unknown: facts.works })
    expect(facts.reported.map(({ known }) => known)).toEqual(facts.reported.map(() => 0))
    expect(facts.unknown.works.filter(({ gaps }) => gaps.includes('report'))).toHaveLength(facts.works)
  })

  it('carries the whole register of contradictions and leaves gaps where persons have not written', () => {
    const said = textsOf(paperOf(1)).join('\n')
    const codes = t.house.sqlite.prepare(`select code from plan_entries where kind = 'contradiction'`).all() as { code: string }[]
    for (const { code } of codes) expect(said).toContain(code)
    expect(said).toContain('〔待填写：主要做法〕')
    const congress = congressFile(t.actors.bureau, 1, day).paper
    expect(congress.addressee).toContain('待填写')
    expect(bareTotals(congress)).toEqual([])
  })
})

describe('an evaluation on its way', () => {
  it('is refused for a year that is not over, and a second one beside an open one', () => {
    expect(issuesIn(() => draft('annual', '2020'))).toEqual(['year: year-outside-plan'])
    expect(issuesIn(() => draft('final', '2024'))).toEqual(['year: target-for-final'])
    expect(issuesIn(() => draftEvaluation(ctxOf(t.actors.bureau, '2025-10-16'), { kind: 'final', year: 2025 }))).toEqual([
      'year: target-for-final',
    ])
    expect(codeOf(() => draft('final'))).toBe('evaluation-open')
  })

  it('is issued by another person than wrote it, and then stays as it was', async () => {
    const id = 1
    const words = { title: '总结评估报告', issuer: '测试发改局', measures: '做法一' }
    editEvaluation(by('bureau'), typed(evaluationEdit, { id: String(id), version: String(seen(id).version), ...words }))
    proposeEvaluation(by('bureau'), step(id))
    await expect(issue('bureau', id)).rejects.toMatchObject({ code: 'not-self' })
    sendBackEvaluation(by('bureau2'), { ...step(id), reason: '补' })
    expect(seen(id)).toMatchObject({ state: 'drafted', sentBackReason: '补' })
    proposeEvaluation(by('bureau'), step(id))
    expect(evaluationList(t.actors.leader, 1).rows).toEqual([])
    await expect(issue('bureau2', id)).resolves.toEqual({ id, number: '2025-期末评估-1' })
    const before = evaluationFile(t.actors.leader, id, 'page', day)
    const value = typed(indicatorValueInput, { no: '3', year: '2024', value: '14.5', source: '财政决算' })
    approveIndicatorValue(by('bureau2'), submitIndicatorValue(by('bureau'), value))
    expect(evaluationFile(t.actors.leader, id, 'page', day)).toEqual(before)
    expect(evaluationFile(t.actors.leader, id, 'word', day)).toMatchObject({ kept: { sha256: seen(id).document?.sha256 } })
  })

  it('asks to look again when facts have moved since the draft', () => {
    const id = draft('annual', '2024')
    expect(seen(id).facts.indicators.find(({ no }) => no === '3')).toMatchObject({ standing: 'behind-line', share: 34 })
    const value = typed(indicatorValueInput, { no: '4', year: '2024', value: '12', source: '财政决算' })
    approveIndicatorValue(by('bureau2'), submitIndicatorValue(by('bureau'), value))
    expect(codeOf(() => proposeEvaluation(by('bureau'), step(id)))).toBe('figures-moved')
    refreshEvaluation(by('bureau'), step(id))
    expect(seen(id).facts.indicators.find(({ no }) => no === '4')).toMatchObject({ standing: 'met' })
    proposeEvaluation(by('bureau'), step(id))
    expect(seen(id).state).toBe('proposed')
  })
})
