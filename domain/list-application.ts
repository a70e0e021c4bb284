import { z } from 'zod'
import type { Day } from './calendar'
import type { Issue } from './errors'
import { choiceField, dayField, idField, needed, tickField, wholeField, wordsField } from './fields'
import { type ProjectLevel, projectLevels } from './project'
import { versionField } from './project-input'
import { outcomeIssues, registerResults } from './registers'
import { codeField } from './update-input'

/** 项目笼子: whose list a work is put forward for. The county's own list is not applied for. */
export const applicationLevels = ['national', 'province', 'city'] as const
export type ApplicationLevel = (typeof applicationLevels)[number]

const fields = {
  level: needed(choiceField(applicationLevels)),
  listName: needed(wordsField(80)),
  year: needed(wholeField(2000, 2100)),
  submittedOn: needed(dayField()),
  documentNo: wordsField(80),
  result: needed(choiceField(registerResults)),
  resultOn: dayField(),
  resultDocument: wordsField(120),
  remark: wordsField(500),
  /** The work's own level follows only when somebody says so. */
  raiseLevel: tickField(),
}
export const newApplication = z.object({ code: codeField(), ...fields })
export type NewApplication = z.output<typeof newApplication>

export const applicationChange = z.object({ id: needed(idField()), version: versionField(), ...fields })
export type ApplicationChange = z.output<typeof applicationChange>
export type ApplicationFields = Omit<NewApplication, 'code'>

/** From the county's list upwards; no level is below all of them. */
const rank = (level: ProjectLevel | null): number => (level === null ? projectLevels.length : projectLevels.indexOf(level))
export const isHigherLevel = (level: ProjectLevel, than: ProjectLevel | null): boolean => rank(level) < rank(than)

export function applicationIssues(input: ApplicationFields, work: { level: ProjectLevel | null }, today: Day): Issue[] {
  return [...outcomeIssues(input, today), ...raiseIssues(input, work)]
}

function raiseIssues({ raiseLevel, result, level }: ApplicationFields, work: { level: ProjectLevel | null }): Issue[] {
  if (!raiseLevel) return []
  if (result !== 'accepted') return [{ field: 'result', code: 'not-accepted' }]
  return isHigherLevel(level, work.level) ? [] : [{ field: 'level', code: 'level-not-higher' }]
}
