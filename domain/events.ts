/** Everything that changes a record leaves one of these: `noun.past-tense`. */
export const eventActions = [
  'house.founded',
  'house.restored',
  'plan.loaded',
  'rules.approved',
  'organisation.created',
  'organisation.renamed',
  'user.created',
  'user.changed',
  'user.deactivated',
  'user.reactivated',
  'user.password-reset',
  'user.password-changed',
  'user.signed-in',
  'user.signed-out-everywhere',
  'user.profile-changed',
  'token.created',
  'token.revoked',
  'project.created',
  'project.edited',
  'project.censused',
  'project.assigned',
  'project.chain-confirmed',
  'project.stage-moved',
  'project.pause-refreshed',
  'fact-sheet.submitted',
  'fact-sheet.approved',
  'fact-sheet.returned',
  'fact-sheet.withdrawn',
  'annual-plan.submitted',
  'annual-plan.approved',
  'annual-plan.returned',
  'annual-plan.withdrawn',
  'milestones.laid',
  'milestone.added',
  'milestone-date.submitted',
  'milestone-date.approved',
  'milestone-date.returned',
  'milestone-date.withdrawn',
  'update.submitted',
  'update.approved',
  'update.returned',
  'update.withdrawn',
  'condition.raised',
  'condition.answered',
  'condition.closed',
  'enterprise.tied',
  'enterprise.untied',
  'output.submitted',
  'output.approved',
  'output.returned',
  'output.withdrawn',
  'statistics.submitted',
  'statistics.approved',
  'statistics.returned',
  'statistics.withdrawn',
  'evidence.added',
  'evidence.removed',
  'round.created',
  'round.edited',
  'round.scoped',
  'round.team-set',
  'round.materials-set',
  'round.draw-committed',
  'round.draw-frozen',
  'round.drawn',
  'round.notified',
  'round.begun',
  'round.visits-ended',
  'round.rectifying',
  'round.closed',
  'round.abandoned',
  'material.handed-in',
  'field.key-made',
  'visit.started',
  'visit.finished',
  'visit.settled',
  'visit.summarised',
  'photo.announced',
  'photo.received',
  'photo.refused',
  'rating.given',
  'rating.answered',
  'difference.raised',
  'difference.settled',
  'finding.registered',
  'finding.assigned',
  'finding.acknowledged',
  'finding.planned',
  'finding.started',
  'finding.closure-requested',
  'finding.closed',
  'finding.recheck-set',
  'finding.sent-back',
  'finding.recheck-passed',
  'finding.reopened',
  'finding.transferred',
  'finding.carried',
  'finding.extension-submitted',
  'finding.extension-approved',
  'finding.extension-returned',
  'finding.extension-withdrawn',
  'finding.withdrawal-proposed',
  'finding.withdrawal-refused',
  'finding.withdrawn',
  'finding.warned',
  'finding.overdue',
  'bulletin.drafted',
  'bulletin.edited',
  'bulletin.refreshed',
  'bulletin.proposed',
  'bulletin.taken-back',
  'bulletin.sent-back',
  'bulletin.issued',
] as const
export type EventAction = (typeof eventActions)[number]

/** What an administrator may read of the log. */
export const accountActions: readonly EventAction[] = eventActions.filter((action) => /^(user|token|organisation)\./.test(action))

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** RFC 8785: members in UTF-16 order, no white space, numbers and strings as ECMAScript writes them. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value as { [key: string]: Json | undefined }).filter(
    (entry): entry is [string, Json] => entry[1] !== undefined,
  )
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** The hashed fields of an event, in the shape that is stored. */
export type EventFields = {
  seq: number
  epoch: number
  at: string
  actor_kind: 'user' | 'system'
  actor_id: number | null
  action: string
  subject: string
  body_hash: string
}
