import type { errors } from './messages/zh/errors'

export type RefusalCode = keyof typeof errors
export type Params = Record<string, string | number>
/** What is wrong with one field; the code names a text in `messages/errors`. */
export type Issue = { field: string; code: RefusalCode; params?: Params }

/** The one way a command says no. Only the action wrapper, the routes and the tests catch it. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: Params
  readonly issues: readonly Issue[]
  /** What the reader needs to decide again: the current version of a stale edit, the decision already taken. */
  readonly current: unknown

  constructor(code: RefusalCode, options: { params?: Params; issues?: readonly Issue[]; current?: unknown } = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = options.params ?? {}
    this.issues = options.issues ?? []
    this.current = options.current ?? null
  }
}

export function refuse(code: RefusalCode, params?: Params, current?: unknown): never {
  throw new Refusal(code, { ...(params ? { params } : {}), current })
}

export function refuseField(field: string, code: RefusalCode, params?: Params): never {
  throw new Refusal('invalid', { issues: [{ field, code, ...(params ? { params } : {}) }] })
}

/** Throws `forbidden` unless the policy permits. */
export function allow(permitted: boolean): asserts permitted {
  if (!permitted) refuse('forbidden')
}

/** Throws `not-found` for what is not there, or not the reader's to know. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) refuse('not-found')
  return value
}

/** Optimistic locking: an edit names the version it started from. */
export function sameVersion(stored: { version: number }, started: number): void {
  if (stored.version !== started) refuse('stale', { version: stored.version }, stored)
}
