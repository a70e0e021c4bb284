import type { Actor } from '../../domain/actor'
import type { Messages } from '../../domain/messages'
import { canListFindings, canListProjects, canReadCandidates, canReadRegisters, canReadRollups, canReadYear } from '../../domain/policy'

type Name = keyof Messages['exports']['lists']
export type ExportedList = { name: Name; path: string; may: (actor: Actor) => boolean }

/** Every list of the house that leaves as a file, and who may read it. */
export const exportedLists: readonly ExportedList[] = [
  { name: 'projects', path: '/projects', may: canListProjects },
  { name: 'annual', path: '/annual', may: canReadYear },
  { name: 'funds', path: '/funds', may: canListProjects },
  { name: 'months', path: '/months', may: canReadYear },
  { name: 'conditions', path: '/conditions', may: canListProjects },
  { name: 'findings', path: '/findings', may: canListFindings },
  { name: 'chains', path: '/chains', may: canReadRollups },
  { name: 'sectors', path: '/sectors', may: canReadRollups },
  { name: 'registers', path: '/registers', may: canReadRegisters },
  { name: 'bids', path: '/registers/bids', may: canReadRegisters },
  { name: 'leads', path: '/registers/leads', may: canReadRegisters },
  { name: 'candidates', path: '/candidates', may: canReadCandidates },
  { name: 'indicators', path: '/plan/indicators', may: () => true },
  { name: 'register', path: '/plan/register', may: () => true },
]
