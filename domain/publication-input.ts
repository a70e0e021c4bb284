import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { choiceField, idField, needed, patternField, wordsField } from './fields'
import { versionField } from './project-input'
import { prefixPattern, publicationSubjects, settingKeys } from './publication'

/** A switch is `on` or `off`; an emptied prefix or name goes back to what stands by default. (`key` is every form's own.) */
export const settingInput = z
  .object({ setting: needed(choiceField(settingKeys)), value: z.string().nullish(), version: versionField() })
  .transform(({ setting: key, value, version }, context) => {
    const parsed = valueFields[key].safeParse(value)
    if (parsed.success) return { key, value: parsed.data, version }
    for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: ['value'] })
    return z.NEVER
  })
export type SettingInput = z.output<typeof settingInput>

const valueFields = {
  'public-page': needed(choiceField(['on', 'off'])),
  oc4ids: needed(choiceField(['on', 'off'])),
  'oc4ids-prefix': patternField(prefixPattern, 'oc4ids-a1b2c3'),
  'oc4ids-publisher': wordsField(80),
} as const

/** As many as stand on a page of the search. */
export const mostAtOnce = 50

/** Ticked boxes: rows of one kind by their numbers. */
export const publicationInput = z.object({
  subject: needed(choiceField(publicationSubjects)),
  ids: z
    .array(needed(idField()))
    .max(mostAtOnce)
    .default([])
    .refine((ids) => ids.length > 0, 'required'),
})
export type PublicationInput = z.output<typeof publicationInput>

/** The bureau's page: what is searched for, and the page of what is public. */
export const publicationsParams = z.strictObject({
  q: z.string().trim().min(1).max(60).optional(),
  page: wholeParameter(1, 9999).optional(),
})
export const publicationsAPage = 50
