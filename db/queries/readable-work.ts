import type { Actor } from '../../domain/actor'
import { allow, refuse } from '../../domain/errors'
import { canListProjects, canReadProject } from '../../domain/policy'
import type { Reader } from '../client'
import { type Work, workByCode, workById } from './work'

/** For commands of several roles: who sees no projects is refused, whoever may not know of this one does not find it. */
export function readableWork(db: Reader, actor: Actor, code: string): Work {
  allow(canListProjects(actor))
  return readable(actor, workByCode(db, code))
}

export function readableWorkById(db: Reader, actor: Actor, id: number): Work {
  allow(canListProjects(actor))
  return readable(actor, workById(db, id))
}

function readable(actor: Actor, work: Work): Work {
  if (!canReadProject(actor, work)) refuse('not-found')
  return work
}
