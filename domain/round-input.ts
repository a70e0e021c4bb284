import { z } from 'zod'
import { choiceField, dayField, idField, needed, quarterField, tickField, wholeField, wordsField } from './fields'
import { memberDuties, roundKinds, scopeRules, strataKinds } from './inspection'
import { versionField } from './project-input'
import { codeField } from './update-input'

const ref = { id: needed(idField()), version: versionField() }
const days = { fromDay: dayField(), toDay: dayField() }

export const announcements = ['announced', 'unannounced'] as const

/** Announced or not (四不两直) is said once: what was sealed stays sealed. */
export const newRoundInput = z.object({
  quarter: needed(quarterField()),
  kind: needed(choiceField(roundKinds)),
  title: needed(wordsField(60)),
  announcement: needed(choiceField(announcements)),
  ...days,
})
export type NewRound = z.output<typeof newRoundInput>

/** `scopeWords` and `requirements` are sentences of the notice. */
export const roundEdit = z.object({
  ...ref,
  title: needed(wordsField(60)),
  ...days,
  scopeWords: wordsField(1000),
  requirements: wordsField(2000),
})
export type RoundEdit = z.output<typeof roundEdit>

/** A group whose name is emptied goes. */
export const groupsInput = z.object({
  ...ref,
  groups: z
    .array(z.object({ id: idField(), name: wordsField(40), ...days }))
    .max(30)
    .default([]),
})
export type GroupsInput = z.output<typeof groupsInput>

/** The whole team, each time; an account is optional, an empty row is no person. */
export const teamInput = z.object({
  ...ref,
  members: z
    .array(
      z.object({
        name: wordsField(40),
        unit: wordsField(80),
        duty: choiceField(memberDuties),
        username: wordsField(40),
        groupId: idField(),
      }),
    )
    .max(60)
    .default([]),
})
export type TeamInput = z.output<typeof teamInput>

/** One a line. */
export const materialsInput = z.object({ ...ref, materials: wordsField(2000), materialsDueOn: dayField() })
export type MaterialsInput = z.output<typeof materialsInput>

export const scopeWays = ['named', 'all', 'rules'] as const
/** Named = pasted codes or names, one a line, and those that were picked. */
export const scopeInput = z.object({
  ...ref,
  how: needed(choiceField(scopeWays)),
  list: wordsField(20_000),
  codes: z.array(codeField()).max(500).default([]),
  rules: z
    .array(needed(choiceField(scopeRules)))
    .max(scopeRules.length)
    .default([]),
})
export type ScopeInput = z.output<typeof scopeInput>

/** A page of the list: group and visit day of each work, or out of the round with it; a drawn one with the reason. */
export const assignInput = z.object({
  ...ref,
  works: z
    .array(z.object({ id: needed(idField()), groupId: idField(), visitOn: dayField(), remove: tickField(), reason: wordsField(300) }))
    .max(200)
    .default([]),
})
export type AssignInput = z.output<typeof assignInput>

export const carryInput = z.object({
  ...ref,
  findings: z.array(needed(idField())).max(500).default([]),
})
export type CarryInput = z.output<typeof carryInput>

/** The steps a person takes by hand; visiting begins by itself with the first visit. */
export const roundMoves = ['begin', 'end', 'rectify', 'close'] as const
export const roundMove = z.object({ ...ref, step: needed(choiceField(roundMoves)) })
export type RoundMove = z.output<typeof roundMove>

export const roundAbandoning = z.object({ ...ref, reason: needed(wordsField(500)) })
export type RoundAbandoning = z.output<typeof roundAbandoning>

export const noticeInput = z.object(ref)
export type NoticeInput = z.output<typeof noticeInput>

export const drawCommit = z.object({ id: needed(idField()), reason: wordsField(300) })
export type DrawCommit = z.output<typeof drawCommit>

/** `rest` = works that are not in the list yet. */
export const drawPools = ['rest', 'all'] as const
/** Without a public value of one's own (with where it was read) the head of the event chain is taken. */
export const drawFreeze = z.object({
  id: needed(idField()),
  count: needed(wholeField(1, 100_000)),
  stratify: needed(choiceField(strataKinds)),
  weighted: tickField(),
  atLeastOne: tickField(),
  pool: needed(choiceField(drawPools)),
  publicValue: wordsField(200),
  publicSource: wordsField(200),
})
export type DrawFreeze = z.output<typeof drawFreeze>

export const drawRun = z.object({ id: needed(idField()) })
export type DrawRun = z.output<typeof drawRun>

export const drawRepeat = z.object({ file: needed(wordsField(900_000)) })

export const materialReturn = z.object({ roundWorkId: needed(idField()), materialId: needed(idField()), words: wordsField(1000) })
export type MaterialReturn = z.output<typeof materialReturn>
