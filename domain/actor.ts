import type { Day, Instant } from './calendar'

export const roles = ['owner', 'bureau', 'supervisor', 'leader', 'admin', 'auditor'] as const
export type Role = (typeof roles)[number]

export type UserActor = { kind: 'user'; id: number; role: Role; organisationId: number }
export type SystemActor = { kind: 'system' }
export type Actor = UserActor | SystemActor

export const system: SystemActor = { kind: 'system' }

/** Who acts, when, and under which key: the ambient facts of a command. `today` is the Shanghai (or demo) business day. */
export type Ctx = { actor: Actor; at: Instant; today: Day; requestId: string; key?: string | undefined }

export function hasRole(actor: Actor, ...wanted: Role[]): boolean {
  return actor.kind === 'user' && wanted.includes(actor.role)
}

export function isSelf(actor: Actor, userId: number | null): boolean {
  return actor.kind === 'user' && actor.id === userId
}

/** The id to record beside a fact; null for the system. */
export function actorId(actor: Actor): number | null {
  return actor.kind === 'user' ? actor.id : null
}
