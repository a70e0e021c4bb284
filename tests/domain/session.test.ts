import { describe, expect, it } from 'vitest'
import { safeNext, sessionHolds, sessionSeconds } from '../../domain/session'

const claims = { userId: 1, tokenVersion: 3, since: '2026-11-24T00:00:00.000Z' }
const account = { role: 'bureau', active: true, tokenVersion: 3 } as const
const at = (hours: number) => new Date(Date.parse(claims.since) + hours * 3_600_000).toISOString()

describe('a session', () => {
  it('lasts a working day', () => {
    expect(sessionHolds(claims, account, at(7.9), 0)).toBe(true)
    expect(sessionHolds(claims, account, at(8), 0)).toBe(false)
  })

  it('lasts longer on an owner’s phone when the house says so, and only there', () => {
    expect(sessionHolds(claims, { ...account, role: 'owner' }, at(100), 7)).toBe(true)
    expect(sessionHolds(claims, { ...account, role: 'owner' }, at(169), 7)).toBe(false)
    expect(sessionHolds(claims, account, at(100), 7)).toBe(false)
    expect(sessionSeconds('owner', 9999)).toBe(30 * 86_400)
  })

  it('ends at once when the account is closed or its version raised', () => {
    expect(sessionHolds(claims, { ...account, active: false }, at(1), 0)).toBe(false)
    expect(sessionHolds(claims, { ...account, tokenVersion: 4 }, at(1), 0)).toBe(false)
  })

  it('does not begin in the future', () => {
    expect(sessionHolds(claims, account, at(-1), 0)).toBe(false)
  })
})

describe('the page after sign-in', () => {
  it('is a path of this house', () => {
    expect(safeNext('/projects?stage=construction&q=%E6%B0%B4')).toBe('/projects?stage=construction&q=%E6%B0%B4')
    expect(safeNext('/reviews')).toBe('/reviews')
  })

  it('is home for anything else', () => {
    const strange = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example/',
      'javascript:alert(1)',
      '/a\nb',
      '/..//evil.example',
    ]
    for (const wanted of [...strange, '', null, undefined, 'projects', '/x'.repeat(600)]) expect(safeNext(wanted), String(wanted)).toBe('/')
  })

  it('is never the sign-in page again, nor an address for machines', () => {
    for (const wanted of ['/sign-in', '/sign-in?next=/sign-in', '/api/auth/signout', '/lang']) expect(safeNext(wanted)).toBe('/')
    expect(safeNext('/sign-in-book')).toBe('/sign-in-book')
  })
})
