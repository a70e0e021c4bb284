import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../domain/fields'
import { formerHit } from '../../domain/former-names'
import { applicationIssues, isHigherLevel, newApplication } from '../../domain/list-application'
import { newPolicyBid, policyBidIssues } from '../../domain/policy-bid'
import { type Outcome, outcomeIssues } from '../../domain/registers'

const today = '2025-10-16'
const pending: Outcome = { submittedOn: '2025-03-01', result: 'pending', resultOn: null, resultDocument: null }
const accepted: Outcome = { submittedOn: '2025-03-01', result: 'accepted', resultOn: '2025-06-01', resultDocument: '省发改〔2025〕1号' }
const wrong = (outcome: Outcome) => outcomeIssues(outcome, today).map(({ field, code }) => `${field}: ${code}`)

describe('the outcome of what was handed in', () => {
  it('is whole when it waits, when it was accepted with a document, when it was turned down', () => {
    expect(wrong(pending)).toEqual([])
    expect(wrong(accepted)).toEqual([])
    expect(wrong({ ...accepted, result: 'rejected', resultDocument: null })).toEqual([])
  })

  it('has no day and no document while it waits', () => {
    expect(wrong({ ...pending, resultOn: '2025-06-01' })).toEqual(['result: result-missing'])
    expect(wrong({ ...pending, resultDocument: '1号' })).toEqual(['result: result-missing'])
  })

  it('has a day when it is decided, and names its document when it is in our favour', () => {
    expect(wrong({ ...accepted, resultOn: null })).toEqual(['resultOn: required'])
    expect(wrong({ ...accepted, resultDocument: null })).toEqual(['resultDocument: required'])
    expect(wrong({ ...accepted, result: 'rejected', resultOn: null, resultDocument: null })).toEqual(['resultOn: required'])
  })

  it('cannot be decided before it was handed in, nor in the future', () => {
    expect(wrong({ ...accepted, resultOn: '2025-02-28' })).toEqual(['resultOn: before-previous'])
    expect(wrong({ ...accepted, resultOn: '2025-03-01' })).toEqual([])
    expect(wrong({ ...accepted, resultOn: '2025-10-17' })).toEqual(['resultOn: in-the-future'])
    expect(wrong({ ...pending, submittedOn: '2025-10-17' })).toEqual(['submittedOn: in-the-future'])
    expect(wrong({ ...accepted, submittedOn: null })).toEqual(['submittedOn: required'])
    expect(wrong({ ...pending, submittedOn: null })).toEqual([])
  })
})

describe('an application for a list of key projects', () => {
  const typed = { code: 'P0001', level: 'province', listName: '省重点', year: '2025', submittedOn: '2025-03-01', result: 'pending' }
  const read = (more: Record<string, string> = {}) => newApplication.parse({ ...typed, ...more })

  it('is read as people type it, and does not touch the level of the work unless told to', () => {
    expect(read()).toMatchObject({ year: 2025, documentNo: null, resultOn: null, raiseLevel: false })
    expect(read({ raiseLevel: 'on' }).raiseLevel).toBe(true)
  })

  it('is not made for the county’s own list', () => {
    const parsed = newApplication.safeParse({ ...typed, level: 'county' })
    expect(parsed.success ? [] : issuesOf(parsed.error)).toMatchObject([{ field: 'level', code: 'not-a-choice' }])
  })

  it('raises the level only once it was accepted, and only upwards', () => {
    const done = { result: 'accepted', resultOn: '2025-06-01', resultDocument: '1号', raiseLevel: 'on' }
    const issues = (more: Record<string, string>, level: Parameters<typeof applicationIssues>[1]['level']) =>
      applicationIssues(read(more), { level }, today).map(({ field, code }) => `${field}: ${code}`)
    expect(issues(done, null)).toEqual([])
    expect(issues(done, 'county')).toEqual([])
    expect(issues(done, 'city')).toEqual([])
    expect(issues(done, 'province')).toEqual(['level: level-not-higher'])
    expect(issues(done, 'national')).toEqual(['level: level-not-higher'])
    expect(issues({ raiseLevel: 'on' }, null)).toEqual(['result: not-accepted'])
  })

  it('knows the order of the levels', () => {
    expect(isHigherLevel('national', 'province')).toBe(true)
    expect(isHigherLevel('county', null)).toBe(true)
    expect(isHigherLevel('city', 'city')).toBe(false)
  })
})

describe('a policy bid', () => {
  const typed = { bidCode: 'C10-21', title: '申报示范点', addressee: '省发展改革委', result: 'pending' }
  const issues = (more: Record<string, string>) =>
    policyBidIssues(newPolicyBid.parse({ ...typed, ...more }), today).map(({ field, code }) => `${field}: ${code}`)

  it('may be in preparation: no day, no document, no money', () => {
    expect(issues({})).toEqual([])
    expect(newPolicyBid.parse(typed)).toMatchObject({ submittedOn: null, amountYuan: null, unit: null })
  })

  it('has money only once it was accepted; 0 is said, an empty field is not known', () => {
    expect(issues({ amountYuan: '100' })).toEqual(['amountYuan: not-accepted'])
    const won = { submittedOn: '2025-03-01', result: 'accepted', resultOn: '2025-06-01', resultDocument: '1号' }
    expect(issues({ ...won, amountYuan: '100' })).toEqual([])
    expect(newPolicyBid.parse({ ...typed, ...won, amountYuan: '0' }).amountYuan).toBe(0)
    expect(newPolicyBid.parse({ ...typed, ...won, amountYuan: '' }).amountYuan).toBeNull()
  })
})

describe('an earlier name that a search found', () => {
  it('is the one that holds a word that was typed, whatever its width', () => {
    expect(formerHit('老水利局、水电局', '水电')).toBe('水电局')
    expect(formerHit('ＡＢ公司', 'ab')).toBe('ＡＢ公司')
  })

  it('is none when nothing was typed, nothing is kept or nothing fits', () => {
    expect(formerHit('水电局', undefined)).toBeNull()
    expect(formerHit(null, '水电')).toBeNull()
    expect(formerHit('水电局', '水务')).toBeNull()
    expect(formerHit('水电局', '  ')).toBeNull()
  })
})
