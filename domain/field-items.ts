import { z } from 'zod'
import type { RefusalCode } from './errors'
import { findingCategories, findingSeverities } from './finding'
import { isPrintable, unprintable } from './printable'
import { ratingLevels, seenResults } from './visit'

/**
 * What a phone hands in, one item at a time, each with an id of its own: the same item twice is one record, the same id with other content is refused.
 * Device clocks may be wrong: `deviceAt` is what the phone said, `offsetMs` what it last knew to be its error (server − device; null = never in contact).
 */
const clientId = z.uuid()
const instant = z.iso.datetime()
/** A zod message is a refusal code, as in domain/fields. */
const shown = { message: 'unprintable' satisfies RefusalCode }
const words = (max: number) => z.string().trim().min(1, 'required').max(max).refine(isPrintable, shown)
/** As somebody else said it, or nothing. */
const said = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !unprintable.test(text), shown)
const amount = z.number().min(-1e15).max(1e15)
const base = { id: clientId, deviceAt: instant, offsetMs: z.int().min(-4e11).max(4e11).nullable() }

/** Only if the inspector turns it on: rounded to about a kilometre (two decimals) on the device. */
const position = z
  .object({ lat: z.number().min(-90).max(90).multipleOf(0.01), lon: z.number().min(-180).max(180).multipleOf(0.01) })
  .nullable()

export const visitStarted = z.object({
  kind: z.literal('visit-started'),
  ...base,
  visit: clientId,
  round: z.int().positive(),
  code: z.string().regex(/^P\d{4,6}$/),
  startedAt: instant,
  /** What the taken-along package said of the work, to notice what changed meanwhile. */
  basis: z.object({ packagedAt: instant, version: z.int(), approvedUpdateId: z.int().nullable(), reportedUpdateId: z.int().nullable() }),
})

/** One figure: `value` = what was seen (stage or step as words, numbers as numbers, money in 元, a milestone met on a day or '' not met). */
export const seenFigure = z.object({
  figure: z.string().regex(/^(stage|step|percent|investment|quantity|people|machines|milestone:[1-9]\d{0,8})$/),
  result: z.enum(seenResults),
  /** As the phone showed it, so that both sides of the comparison stand together for good. */
  reported: z.union([said(500), amount]).nullable(),
  approved: z.union([said(500), amount]).nullable(),
  value: z.union([said(200).trim(), amount]).nullable(),
  /** Why it could not be checked, or what lies behind a difference. */
  why: words(500).nullable(),
})
export type SeenFigureRecord = z.infer<typeof seenFigure>

export const visitFinished = z.object({
  kind: z.literal('visit-finished'),
  ...base,
  visit: clientId,
  endedAt: instant,
  figures: z.array(seenFigure).max(60),
  /** A named member of another unit in a 联合 round records what was seen and gives no rating. */
  rating: z.object({ level: z.enum(ratingLevels), reason: words(500) }).nullable(),
  present: z.array(words(40)).max(20),
  words: words(2000).nullable(),
  position,
})

export const fieldFinding = z.object({
  kind: z.literal('finding'),
  ...base,
  visit: clientId,
  category: z.enum(findingCategories),
  severity: z.enum(findingSeverities),
  basis: words(300).nullable(),
  facts: words(1000),
})

/** Announces a photograph; its bytes follow in pieces (`/api/field/photos/{id}`). */
export const fieldPhoto = z.object({
  kind: z.literal('photo'),
  ...base,
  visit: clientId,
  /** The item id of the finding it shows, or null. */
  finding: clientId.nullable(),
  /** The file's own; what cannot be shown is taken out of it. */
  name: z.string().min(1).max(80),
  bytes: z
    .int()
    .min(1)
    .max(10 * 1024 * 1024),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  takenAt: instant,
  position,
})

export const fieldItem = z.discriminatedUnion('kind', [visitStarted, visitFinished, fieldFinding, fieldPhoto])
export type FieldItem = z.infer<typeof fieldItem>
export type FieldItemKind = FieldItem['kind']
/** Dependencies first: a batch is taken in this order whatever order it came in. */
export const fieldItemOrder: readonly FieldItemKind[] = ['visit-started', 'finding', 'photo', 'visit-finished']

/** `POST /api/field/sync`; items are parsed one by one, so that one bad item does not hold up the others. */
export const mostItems = 50
export const fieldBatch = z.object({ items: z.array(z.unknown()).min(1).max(mostItems) })

/**
 * received: it is a record (also when it was one already); conflict: it is kept, and a person will look; later: what it hangs on has not come yet;
 * refused: it stays on the device with the words that say why.
 */
export type FieldAnswer =
  | { id: string; status: 'received' | 'conflict'; at: string }
  | { id: string; status: 'later' }
  | { id: string; status: 'refused'; code: string; field: string | null; message: string }
export type FieldAnswers = { serverTime: string; userId: number; answers: FieldAnswer[] }

/** Bytes of a photograph travel in pieces of this size; GET says how many have come. */
export const photoPiece = 256 * 1024
/** `refused` = why its bytes are no photograph, for good: they are not asked for again. */
export type PhotoStanding = { received: number; bytes: number; done: boolean; at: string | null; refused: RefusalCode | null }
/** `message` = the reader's words for the refusal. */
export type PhotoAnswer = PhotoStanding & { message: string | null }
