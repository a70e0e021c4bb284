import { afterAll, beforeAll, expect, test } from 'vitest'
import * as commands from '../../db/commands/candidates'
import { loadPlan } from '../../db/commands/plan'
import { plan } from '../../db/plan'
import { candidateList, candidateView } from '../../db/queries/candidates'
import { projectHead } from '../../db/queries/project'
import { system } from '../../domain/actor'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { codeOf } from '../support/typed'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

const bureau = () => ctxOf(t.actors.bureau)
const state = (code: string) => candidateView(t.actors.bureau, code).row.state

test('some two hundred projects are named outside the boxes, each with its line', () => {
  const { rows, counts } = candidateList(t.actors.leader, null)
  expect(rows.length).toBeGreaterThan(200)
  expect(counts.open).toBe(rows.length)
  expect(rows.every(({ clause, name }) => clause.line > 0 && clause.quote === name)).toBe(true)
})

test('one that is admitted becomes a work whose source is the plan’s line', () => {
  const { code } = commands.admitCandidate(bureau(), {
    candidate: 'C045',
    name: '文冲大桥',
    sector: 'circulation',
    town: null,
    reason: null,
  })
  expect(state('C045')).toBe('admitted')
  expect(projectHead(t.actors.bureau, code).work.sourceDocument).toContain('第827行')
  expect(codeOf(() => commands.dismissCandidate(bureau(), { candidate: 'C045', reason: '误' }))).toBe('candidate-settled')
  expect(codeOf(() => commands.reconsiderCandidate(bureau(), { candidate: 'C045', reason: '误' }))).toBe('candidate-settled')
})

test('one that repeats a box item is merged with its work, and may be reconsidered', () => {
  const like = candidateList(t.actors.bureau, null).rows.find((row) => row.like !== null)
  if (!like) throw new Error('no candidate resembles a box item')
  const { close } = candidateView(t.actors.bureau, like.code)
  const [work] = close
  if (!work) throw new Error('its box item has no work')
  commands.mergeCandidate(bureau(), { candidate: like.code, code: work.code, reason: null })
  expect(candidateView(t.actors.bureau, like.code).row.steps.at(-1)).toMatchObject({ outcome: 'merged', work: work.code })
  commands.reconsiderCandidate(bureau(), { candidate: like.code, reason: '并错了' })
  expect(state(like.code)).toBe('open')
})

test('what was decided stands when the plan is loaded again', () => {
  commands.dismissCandidate(bureau(), { candidate: 'C003', reason: '“十三五”已建成' })
  loadPlan({ ...bureau(), actor: system }, plan)
  expect(state('C003')).toBe('dismissed')
})

test('nobody can decide of what the plan does not name', () => {
  expect(codeOf(() => commands.dismissCandidate(bureau(), { candidate: 'C999', reason: '无' }))).toBe('not-found')
})
