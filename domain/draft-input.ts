import { z } from 'zod'
import { draftFiles, draftLimits } from './draft'
import { draftEvidenceSubject } from './evidence'

/** Only what a form of ours can be about. */
const subject = z
  .string()
  .max(120)
  .refine((text) => draftEvidenceSubject(draftFiles(text)) !== null)

const body = z
  .record(
    z
      .string()
      .regex(/^[A-Za-z][\w.[\]-]*$/)
      .max(draftLimits.name),
    z.string().max(draftLimits.text),
  )
  .refine((fields) => Object.keys(fields).length <= draftLimits.fields)

/** `version` = the saved one that the form goes on from; 0 = none yet. */
export const draftInput = z.object({ subject, version: z.int().min(0).max(1_000_000), body })
export const draftSubject = z.object({ subject })
