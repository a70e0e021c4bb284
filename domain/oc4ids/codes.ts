import type { constructionKinds } from '../fact-sheet'
import type { Sector } from '../plan'
import type { Stage } from '../project'
import type { ocMilestoneCodes, ocStatuses, ocTypes } from './shape'

export type OcMilestoneCode = (typeof ocMilestoneCodes)[number]
type Status = (typeof ocStatuses)[number]

/** 停缓建 has no code of its own, 待确认 is no statement. */
const statuses: Record<Stage, Status | null> = {
  unknown: null,
  reserve: 'identification',
  preparatory: 'preparation',
  construction: 'implementation',
  completed: 'completion',
  operation: 'maintenance',
  paused: null,
  withdrawn: 'cancelled',
}

/** Of a paused work the code of the stage in which it stopped. */
export function statusOf(stage: Stage, before: readonly { stage: Stage }[]): Status | null {
  if (stage !== 'paused') return statuses[stage]
  const stopped = before.findLast((entry) => entry.stage !== 'paused')
  return stopped ? statuses[stopped.stage] : null
}

/** 技改 changes an asset in a way that no code of the closed list says. */
export const typeCodes: Record<(typeof constructionKinds)[number], (typeof ocTypes)[number] | null> = {
  new: 'construction',
  extension: 'expansion',
  conversion: 'rehabilitation',
  technical: null,
}

/** Codes of the official list whose description plainly holds ours; where none does, only our own classification stands. */
export const sectorCodes: Record<Sector, string | null> = {
  industry: 'economy',
  water: 'waterAndWaste',
  energy: 'energy',
  information: 'communications',
  circulation: 'economy',
  'culture-tourism': 'cultureSportsAndRecreation',
  ecology: 'naturalResources',
  agriculture: 'economy',
  rural: null,
  'culture-welfare': null,
}

const milestoneCodes: Record<string, OcMilestoneCode> = {
  start: 'commencement',
  commissioning: 'commissioning',
  trial: 'commissioning',
  acceptance: 'completion',
  operation: 'completion',
}

/** By the last part of a template's key: how a milestone is called differs from template to template, its key tells what it is. */
export const milestoneCode = (templateKey: string | null): OcMilestoneCode | null =>
  milestoneCodes[templateKey?.split('.').at(-1) ?? ''] ?? null
