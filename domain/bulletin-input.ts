import { z } from 'zod'
import type { BulletinTexts } from './bulletin'
import { dayField, idField, needed, tickField, wordsField } from './fields'
import { versionField } from './project-input'

const one = { id: needed(idField()), version: versionField() }

export const newBulletinInput = z.object({ roundId: needed(idField()) })
export const newErratumInput = z.object({ documentId: needed(idField()) })
/** For the steps that say nothing besides. */
export const bulletinStepInput = z.object(one)
export const sendBackInput = z.object({ ...one, reason: needed(wordsField(500)) })
export const issueInput = z.object({ ...one, signer: needed(wordsField(40)), day: needed(dayField()) })

export type NewBulletinInput = z.output<typeof newBulletinInput>
export type NewErratumInput = z.output<typeof newErratumInput>
export type BulletinStepInput = z.output<typeof bulletinStepInput>
export type SendBackInput = z.output<typeof sendBackInput>
export type IssueInput = z.output<typeof issueInput>

export const textLimits = { words: 3000, choice: 500, requirements: 12, corrections: 20, choices: 500 } as const

const choice = z.object({ key: needed(wordsField(20)), chosen: tickField(), words: wordsField(textLimits.choice) })
const choices = z.array(choice).max(textLimits.choices).default([])
const requirement = z.object({ words: wordsField(textLimits.choice), dueOn: dayField() })
const correction = z.object({ at: wordsField(200), was: wordsField(1000), now: wordsField(1000) })

/** Rows that are left empty are no rows; one that is begun is finished. */
function rowsOf<Row extends Record<string, string | null>>(row: z.ZodType<Row>, max: number) {
  return z
    .array(row)
    .max(max)
    .default([])
    .transform((rows, context) => {
      const begun = rows.map((fields, at) => ({ fields, at })).filter(({ fields }) => Object.values(fields).some((value) => value !== null))
      for (const { fields, at } of begun)
        for (const [name, value] of Object.entries(fields)) {
          if (value === null) context.addIssue({ code: 'custom', message: 'required', path: [at, name] })
        }
      return begun.map(({ fields }) => fields as { [Name in keyof Row]: string })
    })
}

/** The texts of a draft; the version is the one the form was shown with. */
export const bulletinEdit = z.object({
  ...one,
  title: needed(wordsField(100)),
  issuer: needed(wordsField(60)),
  addressee: wordsField(200),
  signer: wordsField(40),
  opening: wordsField(textLimits.words),
  overall: wordsField(textLimits.words),
  closing: wordsField(textLimits.words),
  good: choices,
  problems: choices,
  requirements: rowsOf(requirement, textLimits.requirements),
  corrections: rowsOf(correction, textLimits.corrections),
})
export type BulletinEdit = z.output<typeof bulletinEdit>

export function textsOf({ id: _id, version: _version, title: _title, ...texts }: BulletinEdit): BulletinTexts {
  return texts
}
