import { describe, expect, test } from 'vitest'
import { fieldItem, seenFigure } from '../../domain/field-items'
import { cutTo, hasVisible, isPrintable } from '../../domain/printable'
import { finished, photoTaken, problemFound, seen } from '../support/visits'

const visit = '00000000-0000-4000-9000-000000000001'
const at = '2025-10-16T00:30:00.000Z'
const wrongIn = (item: unknown) => {
  const { success, error } = fieldItem.safeParse(item)
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}
const hidden = ['坏\u0000', '坏\u0001字', '左\u202e右', '\ud800半', '\uffff', '\u202e\u200b\u2060', '\u0000', '\u200b', '\u3164\u2800']
const shown = ['围挡不全', '第一行\n第二行', 'a\tb', '🚧', '\ue863', '—']

describe('words', () => {
  test('can be shown and say something, or are refused', () => {
    for (const text of hidden) expect(isPrintable(text), JSON.stringify(text)).toBe(false)
    for (const text of shown) expect(isPrintable(text), text).toBe(true)
    expect([' ', '\u00a0', '\u200d', '\u0301', ''].filter(hasVisible)).toEqual([])
  })

  test('of an item are held to it, each by its name', () => {
    const end = (more: object) => wrongIn(finished(visit, at, more))
    for (const text of hidden) {
      expect(wrongIn(problemFound(visit, at, { facts: text }))).toEqual(['facts unprintable'])
      expect(wrongIn(problemFound(visit, at, { basis: text }))).toEqual(['basis unprintable'])
      expect(end({ words: text })).toEqual(['words unprintable'])
      expect(end({ present: ['王工', text] })).toEqual(['present.1 unprintable'])
      expect(end({ rating: { level: 'red', reason: text } })).toEqual(['rating.reason unprintable'])
      expect(end({ figures: [seen('percent', { why: text })] })).toEqual(['figures.0.why unprintable'])
    }
    for (const text of shown) expect(wrongIn(problemFound(visit, at, { facts: text }))).toEqual([])
    expect(wrongIn(problemFound(visit, at, { facts: '   ' }))[0]).toBe('facts required')
    expect(end({ figures: [seen('step', { value: '主\u202e体' })] })).toEqual(['figures.0.value unprintable'])
    expect(end({ figures: [seen('step', { approved: '\ud800' })] })).toEqual(['figures.0.approved unprintable'])
  })

  test('are cut between characters', () => {
    expect([cutTo('王🚧', 2), cutTo('王🚧', 3), cutTo('王工', 9)]).toEqual(['王', '王🚧', '王工'])
  })
})

test('a milestone has one name, and a told step is as long as a month may say it', () => {
  expect(seenFigure.safeParse(seen('milestone:7')).success).toBe(true)
  for (const figure of ['milestone:07', 'milestone:0', 'milestone:', 'milestone:1234567890'])
    expect(seenFigure.safeParse(seen(figure)).success).toBe(false)
  expect(seenFigure.safeParse(seen('step', { approved: '长'.repeat(500), value: '短' })).success).toBe(true)
  for (const number of [1e308, -1e308]) expect(seenFigure.safeParse(seen('investment', { reported: number })).success).toBe(false)
})

test('a photograph’s name is cleaned and not refused', () => {
  expect(wrongIn(photoTaken(visit, at, { name: '../../x\u0000\ud800.jpg' }))).toEqual([])
})
