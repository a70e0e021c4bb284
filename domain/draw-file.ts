import { z } from 'zod'
import { compareCodes } from './draw-order'
import { canonicalJson } from './events'
import { strataKinds } from './inspection'
import { projectCode } from './project'
import { atOnce, type Turns } from './turns'

/** One line without control characters and half characters: two programs must read the same bytes. */
const line = (min: number, max: number) => z.string().regex(new RegExp(`^[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]{${min},${max}}$`, 'u'))
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The stratum is the name of its chain, sector, town, light or owner; empty without one, or when the draw has no strata. */
const candidate = z.object({ code: projectCode, stratum: line(0, 200), tickets: z.int().min(1).max(1000) })

/** A draw as it is exported: everything that decides it, and what was drawn (docs/draw.md). */
export const drawFile = z.object({
  /** Another version is read, too, so that it can be said. */
  version: z.string(),
  title: z.string(),
  round: z.string(),
  /** Which draw of the round, from 1. */
  n: z.int().min(1),
  /** Why there is a second one. */
  reason: z.string().nullable(),
  seed: sha256,
  seedHash: sha256,
  seedCommittedAt: z.iso.datetime(),
  publicValue: line(1, 200),
  /** `chain-head`, or where a person read the value. */
  publicSource: line(1, 200),
  headSeq: z.int().min(0),
  frozenAt: z.iso.datetime(),
  stratify: z.enum(strataKinds),
  weighted: z.boolean(),
  atLeastOne: z.boolean(),
  count: z.int().min(1).max(100_000),
  candidates: z.array(candidate).max(100_000),
  listHash: sha256,
  drawn: z.array(projectCode).max(100_000),
})
export type DrawFile = z.infer<typeof drawFile>

/** The file, or the fields that cannot be read (`candidates.3.tickets`; empty: it is no JSON at all). */
export type ReadDrawFile = { file: DrawFile } | { malformed: string[] }

export const parseDrawFile = (text: string): ReadDrawFile => atOnce(reading(text))

const candidatesATurn = 1_000
/** The candidates as they come: they are many, and looked at in turns. */
const outside = drawFile.extend({ candidates: z.array(z.unknown()).max(100_000) })

export function* reading(text: string): Turns<ReadDrawFile> {
  const read = outside.safeParse(json(text))
  yield
  if (!read.success) return { malformed: read.error.issues.map(({ path }) => path.join('.')) }
  const candidates: DrawFile['candidates'] = []
  const malformed: string[] = []
  for (const [at, one] of read.data.candidates.entries()) {
    const parsed = candidate.safeParse(one)
    if (parsed.success) candidates.push(parsed.data)
    else malformed.push(...parsed.error.issues.map(({ path }) => ['candidates', at, ...path].join('.')))
    if (at % candidatesATurn === candidatesATurn - 1) yield
  }
  return malformed.length > 0 ? { malformed } : { file: { ...read.data, candidates } }
}

/** Editors put a mark in front of a file that they save. */
function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** Canonical: the same draw gives the same bytes. */
export function drawFileText(file: DrawFile): string {
  const candidates = file.candidates.toSorted((a, b) => compareCodes(a.code, b.code))
  return `${canonicalJson({ ...file, candidates })}\n`
}
