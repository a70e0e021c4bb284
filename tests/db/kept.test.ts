import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveDraft } from '../../db/commands/drafts'
import { createProject } from '../../db/commands/projects'
import { keptAnswer } from '../../db/queries/kept'
import { projectsPage } from '../../db/queries/project-list'
import { newProjectInput } from '../../domain/project-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

function asker() {
  let asked = 0
  return () => keptAnswer('how often', () => ++asked)
}

test('an answer is kept until something is written that a list could show', () => {
  const ask = asker()
  expect([ask(), ask()]).toEqual([1, 1])
  saveDraft(ctxOf(t.actors.owner), { subject: 'update:P0001:monthly:2025-09', version: 0, body: { investment: '12' } })
  expect(ask()).toBe(1)
  createProject(ctxOf(t.actors.bureau), project('新增试验项目'))
  expect(ask()).toBe(2)
})

test('a list shows a new project at once', () => {
  const { total } = count()
  createProject(ctxOf(t.actors.bureau), project('又一个试验项目'))
  expect(count().total).toBe(total + 1)
})

const count = () => ({ total: projectsPage(t.actors.bureau, {}).totals.rows })
const project = (name: string) =>
  newProjectInput.parse({ name, sector: 'water', documentNo: '东发改〔2025〕1号', documentDay: '2025-01-02', documentTitle: '批复' })
