import { type Actor, hasRole, isSelf } from './actor'

/** Who may do what: one named predicate a permission of the matrix. `unitIds` = the work's 业主 and 责任单位 in force. */
export type Owned = { unitIds: readonly number[] }
export type Submitted = { submittedBy: number }

export function isOwn(actor: Actor, work: Owned): boolean {
  return actor.kind === 'user' && actor.role === 'owner' && work.unitIds.includes(actor.organisationId)
}

const isSystem = (actor: Actor): boolean => actor.kind === 'system'
const isBureau = (actor: Actor): boolean => hasRole(actor, 'bureau')

/** Reading */
export const canReadAllProjects = (actor: Actor): boolean => hasRole(actor, 'bureau', 'supervisor', 'leader')
export const canListProjects = (actor: Actor): boolean => canReadAllProjects(actor) || hasRole(actor, 'owner')
export const canReadProject = (actor: Actor, work: Owned): boolean => canReadAllProjects(actor) || isOwn(actor, work)
export const canReadRollups = (actor: Actor): boolean => canListProjects(actor)
/** Names and figures of single enterprises: not for owners and not for the public. */
export const canReadEnterpriseOutput = (actor: Actor, organisationId: number): boolean =>
  canReadAllProjects(actor) || (actor.kind === 'user' && actor.role === 'owner' && actor.organisationId === organisationId)
export const canReadContacts = (actor: Actor, work: Owned): boolean => isBureau(actor) || isOwn(actor, work)
export const canReadReviewQueue = isBureau

/** Updates, fact sheets, output returns */
export const canSubmitUpdate = (actor: Actor, work: Owned): boolean => isOwn(actor, work)
export const canEnterOnBehalf = isBureau
export const canSubmitFactSheet = (actor: Actor, work: Owned): boolean => isOwn(actor, work) || isBureau(actor)
export const canSubmitOutput = (actor: Actor, organisationId: number): boolean =>
  isBureau(actor) || (actor.kind === 'user' && actor.role === 'owner' && actor.organisationId === organisationId)
export const canWithdraw = (actor: Actor, row: Submitted): boolean => isSelf(actor, row.submittedBy)
/** Whoever submitted, entered or drafted can never approve, whoever it was entered for. */
export const canReview = (actor: Actor, row: Submitted): boolean => isBureau(actor) && !isSelf(actor, row.submittedBy)

/** The library */
export const canEditLibrary = isBureau
export const canCreateOrganisation = (actor: Actor): boolean => hasRole(actor, 'bureau', 'admin')
export const canDraftAnnualPlan = (actor: Actor, work: Owned): boolean => isOwn(actor, work) || isBureau(actor)
export const canProposeMilestoneDate = (actor: Actor, work: Owned): boolean => isOwn(actor, work) || isBureau(actor)
export const canEnterStatistics = isBureau

/** Conditions: the unit asked sees and answers its item; the bureau keeps them all. */
export const canAnswerCondition = (actor: Actor, askedOfId: number | null): boolean =>
  isBureau(actor) || (actor.kind === 'user' && actor.role === 'owner' && askedOfId !== null && actor.organisationId === askedOfId)
export const canAskCondition = (actor: Actor, work: Owned): boolean => isOwn(actor, work) || isBureau(actor)
export const canCloseCondition = isBureau

/** Evidence: a half-typed form's files are its author's alone; once handed in they are read with what they prove. */
export const canAddUpdateEvidence = (actor: Actor, work: Owned): boolean => canSubmitUpdate(actor, work) || canEnterOnBehalf(actor)
export const canReadDraftEvidence = (actor: Actor, addedBy: number): boolean => isSelf(actor, addedBy)

/** House */
export const canManageUsers = (actor: Actor): boolean => hasRole(actor, 'admin')
/** How many people a role has: the home page says which steps wait for a second one. */
export const canCountAccounts = (actor: Actor): boolean => hasRole(actor, 'bureau', 'supervisor', 'leader', 'admin')
export const canListOrganisations = canCreateOrganisation
/** Names of units to choose from, without figures; who is asked what is no secret among those who work on projects. */
export const canChooseOrganisation = (actor: Actor): boolean => actor.kind === 'user' && actor.role !== 'auditor'
/** One's own tokens; an administrator may revoke anybody's. */
export const canRevokeToken = (actor: Actor, userId: number): boolean => isSelf(actor, userId) || canManageUsers(actor)
export const canLoadPlan = isSystem
export const canReadEventLog = (actor: Actor): boolean => hasRole(actor, 'auditor')
export const canReadAccountEvents = (actor: Actor): boolean => hasRole(actor, 'admin', 'auditor')
/** One's own profile, password, tokens, sessions, drafts. */
export const canUseOwn = (actor: Actor, userId: number): boolean => isSelf(actor, userId)
