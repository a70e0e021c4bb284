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

/** Inspections. `open` = the notice is out, or (unannounced) a visit has started; before that only supervisors know. */
const isSupervisor = (actor: Actor): boolean => hasRole(actor, 'supervisor')
export const canKeepRounds = isSupervisor
export const canListRounds = (actor: Actor): boolean => canReadAllProjects(actor)
export const canReadRound = (actor: Actor, round: { open: boolean }): boolean =>
  isSupervisor(actor) || (round.open && hasRole(actor, 'bureau', 'leader'))
/** What is asked of a unit before a visit is handed in by the unit whose work it is. */
export const canHandInMaterial = (actor: Actor, work: Owned): boolean => isOwn(actor, work)

/** A bureau member records in a 联合 round, once the work is open to them, what they see on works they did not review. */
export type Visiting = { joint: boolean; open: boolean; memberIds: readonly number[]; reviewerIds: readonly number[] }
export function canRecordVisit(actor: Actor, { joint, open, memberIds, reviewerIds }: Visiting): boolean {
  if (isSupervisor(actor)) return true
  if (!isBureau(actor) || actor.kind !== 'user') return false
  return joint && open && memberIds.includes(actor.id) && !reviewerIds.includes(actor.id)
}
export const canTakeAlong = (actor: Actor): boolean => hasRole(actor, 'supervisor', 'bureau')
export const canRateVisit = isSupervisor
export const canSettleVisit = (actor: Actor, visit: { inspectorId: number }): boolean =>
  isSupervisor(actor) && !isSelf(actor, visit.inspectorId)
/** The leader of the group that went there; where no leader has an account, any supervisor of the round. */
export const canSignSummary = (actor: Actor, leaderIds: readonly number[]): boolean =>
  isSupervisor(actor) && (leaderIds.length === 0 || (actor.kind === 'user' && leaderIds.includes(actor.id)))
export const canReadVisit = (actor: Actor, work: Owned): boolean => canReadProject(actor, work)
export const canAnswerRating = (actor: Actor, work: Owned): boolean => isOwn(actor, work)
/** A seen figure that differs is put to the bureau; whoever saw it (联合) does not decide of it. */
export const canSettleDifference = (actor: Actor, visit: { inspectorId: number }): boolean =>
  isBureau(actor) && !isSelf(actor, visit.inspectorId)
export const canReadDifferences = (actor: Actor): boolean => canReadAllProjects(actor)

/** Findings. `unitIds` = the work's units (none without a work), `unitId` = whom it is assigned to, `put` = it has been put to a unit. */
export type FindingOwned = { unitIds: readonly number[]; unitId: number | null; put: boolean }
const isConcerned = (actor: Actor, { unitIds, unitId }: FindingOwned): boolean =>
  actor.kind === 'user' && actor.role === 'owner' && (unitIds.includes(actor.organisationId) || actor.organisationId === unitId)
export const canListFindings = (actor: Actor): boolean => canReadAllProjects(actor) || hasRole(actor, 'owner')
export const canReadFinding = (actor: Actor, finding: FindingOwned): boolean =>
  canReadAllProjects(actor) || (finding.put && isConcerned(actor, finding))
export const canRegisterFinding = isSupervisor
export const canAssignFinding = isSupervisor
/** Acknowledge, plan, rectify, ask for closure or for more time: the unit's own people, the bureau's for what is assigned to the bureau. */
export const canRectify = (actor: Actor, finding: FindingOwned): boolean =>
  isConcerned(actor, finding) || (isBureau(actor) && actor.kind === 'user' && actor.organisationId === finding.unitId)
/** `handledBy` = everybody who acknowledged, planned, rectified, asked for closure or for more time, whatever role they had then. */
export const canVerify = (actor: Actor, finding: { handledBy: readonly number[] }): boolean =>
  isSupervisor(actor) && !(actor.kind === 'user' && finding.handledBy.includes(actor.id))
export const canDecideExtension = (actor: Actor, row: Submitted): boolean => isSupervisor(actor) && !isSelf(actor, row.submittedBy)
export const canConfirmWithdrawal = (actor: Actor, proposedBy: number): boolean => isSupervisor(actor) && !isSelf(actor, proposedBy)
export const canPostAlarms = isSystem

/** Bulletins: drafted by one supervisor, issued by another; a unit reads what an issued one says of its own works. */
export const canDraftBulletin = isSupervisor
/** Whoever drafted it, proposed it or ever wrote in it (`editors`) does not issue it. */
export type BulletinWriters = { draftedBy: number; proposedBy: number | null; editors: readonly number[] | null }
export const wroteBulletin = (actor: Actor, { draftedBy, proposedBy, editors }: BulletinWriters): boolean =>
  [draftedBy, proposedBy, ...(editors ?? [])].some((by) => isSelf(actor, by))
export const canIssueBulletin = (actor: Actor, row: BulletinWriters): boolean => isSupervisor(actor) && !wroteBulletin(actor, row)
export const canReadBulletin = (actor: Actor, { issued }: { issued: boolean }): boolean =>
  isSupervisor(actor) || (issued && hasRole(actor, 'bureau', 'leader'))
export const canReadOwnExtract = (actor: Actor): boolean => hasRole(actor, 'owner')

/** The bureau's year: what one person of it drafts or locks another one approves, by `canReview`. */
export const canReadYear = (actor: Actor): boolean => canReadAllProjects(actor)
export const canKeepYearList = isBureau
export const canKeepRegisters = isBureau
export const canReadRegisters = (actor: Actor): boolean => canReadAllProjects(actor)
export const canSubmitFunds = (actor: Actor, work: Owned): boolean => isOwn(actor, work) || isBureau(actor)
export const canKeepFundSources = isBureau
export const canEnterStatisticsInvestment = isBureau
export const canRecordRegistration = isBureau
export const canEscalateCondition = (actor: Actor): boolean => isBureau(actor) || isSystem(actor)
export const canInstruct = (actor: Actor): boolean => hasRole(actor, 'leader')
export const canRecordDecision = isBureau
export const canKeepMeetings = isBureau
export const canReadMeetings = (actor: Actor): boolean => canReadAllProjects(actor)
export const canDraftRules = isBureau
export const canReadRules = (actor: Actor): boolean => canReadAllProjects(actor)
export const canLockPeriods = isBureau
export const canReadLocks = (actor: Actor): boolean => canReadAllProjects(actor)
/** What is published of a locked period: totals, never the single works; output only where enough enterprises contribute. */
export const canReadPublished = (actor: Actor): boolean => canListProjects(actor)
export const canReadLateList = (actor: Actor): boolean => canReadAllProjects(actor)
export const canImport = isBureau
export const canReadImports = isBureau
export const canExportLists = (actor: Actor): boolean => canListProjects(actor)
export const canKeepTemplates = isBureau
export const canKeepCandidates = isBureau
export const canReadCandidates = (actor: Actor): boolean => canReadAllProjects(actor)
export const canEnterIndicators = isBureau
export const canKeepEvaluation = isBureau
export const canReadEvaluation = (actor: Actor, { issued }: { issued: boolean }): boolean =>
  isBureau(actor) || (issued && hasRole(actor, 'supervisor', 'leader'))
export const canIssueEvaluation = (actor: Actor, row: BulletinWriters): boolean => isBureau(actor) && !wroteBulletin(actor, row)
export const canDraftDispatch = isBureau
export const canIssueDispatch = (actor: Actor, row: BulletinWriters): boolean => isBureau(actor) && !wroteBulletin(actor, row)
export const canReadDispatch = (actor: Actor, { issued }: { issued: boolean }): boolean =>
  isBureau(actor) || (issued && hasRole(actor, 'supervisor', 'leader'))
export const canSwitchPublic = isBureau

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
