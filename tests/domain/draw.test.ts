import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Candidate, type DrawFile, type DrawInput, draw, drawKey, drawMix, listHash, listText, seedHash } from '../../domain/draw'
import { checkDraw, checking, type DrawProblem } from '../../domain/draw-check'
import { drawFileText, parseDrawFile } from '../../domain/draw-file'
import { compareCodes, compareStrata } from '../../domain/draw-order'
import { drawQuotas } from '../../domain/draw-quotas'
import { repeating } from '../../domain/draw-repeat'
import { sha256Hex } from '../../domain/sha256'
import { atOnce } from '../../domain/turns'
import { secondDraw, secondListText } from '../support/second-draw'
import { repo } from '../support/source'

const nodeSha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Numbers that look like chance and are the same in every run. */
function chance(name: string): (below: number) => number {
  let step = 0
  return (below) => {
    step += 1
    return Number(BigInt(`0x${nodeSha256(`${name} ${step}`)}`) % BigInt(below))
  }
}

const code = (number: number): string => `P${String(number).padStart(4, '0')}`
const list = (size: number, of: (index: number) => Partial<Candidate> = () => ({})): Candidate[] =>
  Array.from({ length: size }, (_, index) => ({ code: code(index + 1), stratum: '', tickets: 1, ...of(index) }))

function exported(input: DrawInput, other: Partial<DrawFile> = {}): DrawFile {
  return {
    version: 'draw-1',
    title: '季度督查',
    round: '2026Q4',
    n: 1,
    reason: null,
    seedHash: seedHash(input.seed),
    seedCommittedAt: '2026-11-20T01:00:00.000Z',
    publicSource: 'another source',
    headSeq: 7,
    frozenAt: '2026-11-24T01:00:00.000Z',
    stratify: input.candidates.some(({ stratum }) => stratum !== '') ? 'chain' : 'none',
    weighted: input.candidates.some(({ tickets }) => tickets > 1),
    listHash: listHash(input.candidates),
    drawn: draw(input),
    ...input,
    ...other,
  }
}

const sample = exported({
  seed: nodeSha256('sample'),
  publicValue: 'value',
  candidates: list(12, (index) => ({ stratum: ['机械制造', '文旅康养', '有色金属'][index % 3]!, tickets: index % 2 === 0 ? 3 : 1 })),
  count: 5,
  atLeastOne: true,
})

const problemsIn = (made: DrawFile) => checkDraw(made).problems

function file(text: string): DrawFile {
  const read = parseDrawFile(text)
  if (!('file' in read)) throw new Error(`malformed: ${read.malformed}`)
  return read.file
}

describe('sha256Hex', () => {
  it('is the SHA-256 of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256Hex(text)).toBe(nodeSha256(text))
      }),
    )
  })

  it('holds at every length around the end of a block, and for half characters', () => {
    for (let length = 0; length <= 200; length += 1)
      expect(sha256Hex('衡'.repeat(length % 3) + 'a'.repeat(length))).toBe(nodeSha256('衡'.repeat(length % 3) + 'a'.repeat(length)))
    expect(sha256Hex('a\ud800b')).toBe(nodeSha256('a\ud800b'))
  })
})

describe('orders', () => {
  it('puts P9999 before P10000', () => {
    expect(['P10000', 'P0001', 'P9999', 'P0010'].sort(compareCodes)).toEqual(['P0001', 'P0010', 'P9999', 'P10000'])
  })

  it('orders strata by their UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(Math.sign(compareStrata(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      }),
    )
    expect(['𠮷', '～', '～a', ''].sort(compareStrata)).toEqual(['', '～', '～a', '𠮷'])
  })
})

describe('quotas', () => {
  const strataOf = (sizes: number[]): string[] => sizes.flatMap((size, index) => Array<string>(size).fill(`s${index}`))
  const quotas = (sizes: number[], count: number, atLeastOne: boolean): number[] =>
    drawQuotas(strataOf(sizes), count, atLeastOne).map(({ quota }) => quota)

  it('are proportional, and equal remainders go by name', () => {
    expect(quotas([60, 30, 10], 10, false)).toEqual([6, 3, 1])
    expect(quotas([1, 1, 1], 2, false)).toEqual([1, 1, 0])
    expect(quotas([97, 2, 1], 10, false)).toEqual([10, 0, 0])
  })

  it('give one to each stratum first, as far as the draw reaches', () => {
    expect(quotas([97, 2, 1], 10, true)).toEqual([8, 1, 1])
    expect(quotas([5, 5, 5], 2, true)).toEqual([1, 1, 0])
  })

  it('hand on what a full stratum cannot take', () => {
    expect(quotas([2, 2, 8], 11, true)).toEqual([2, 2, 7])
  })

  it('always add up, never pass a size, and leave nobody out who is to have one', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 300 }), fc.boolean(), (of, count, atLeastOne) => {
        const made = drawQuotas(strataOf(of), count, atLeastOne)
        const all = of.reduce((sum, size) => sum + size, 0)
        expect(made.reduce((sum, { quota }) => sum + quota, 0)).toBe(Math.min(count, all))
        for (const { quota, size } of made) expect(quota).toBeLessThanOrEqual(size)
        if (atLeastOne && count >= of.length) for (const { quota } of made) expect(quota).toBeGreaterThan(0)
        // Without a first one each, nobody is further than one from the exact share.
        if (!atLeastOne && count <= all) for (const { quota, size } of made) expect(Math.abs(quota * all - count * size)).toBeLessThan(all)
      }),
    )
  })
})

describe('the second implementation', () => {
  const names = ['', '机械制造', '文旅康养', '～', '𠮷镇', 'red', 'Red']

  function random(seed: number): DrawFile {
    const pick = chance(`list ${seed}`)
    const numbers = new Set(Array.from({ length: 1 + pick(60) }, () => 1 + pick([40, 9_999, 200_000][pick(3)]!)))
    const [strata, tickets] = [1 + pick(names.length), [1, 3, 5][pick(3)]!]
    const candidates = [...numbers].map((number) => ({
      code: code(number),
      stratum: strata === 1 ? '' : names[pick(strata)]!,
      tickets: 1 + pick(tickets),
    }))
    const [count, atLeastOne] = [1 + pick(candidates.length), pick(2) === 1]
    return exported({ seed: nodeSha256(`seed ${seed}`), publicValue: nodeSha256(`head ${seed}`), candidates, count, atLeastOne })
  }

  it('repeats every exported draw', () => {
    const draws = process.env.LONG ? 10_000 : 300
    const kinds = { stratified: 0, weighted: 0, atLeastOne: 0 }
    let differ = 0
    for (let seed = 0; seed < draws; seed += 1) {
      const made = random(seed)
      const text = drawFileText(made)
      if (secondDraw(text).join() !== draw(file(text)).join() || problemsIn(file(text)).length > 0) differ += 1
      kinds.stratified += made.stratify === 'none' ? 0 : 1
      kinds.weighted += made.weighted ? 1 : 0
      kinds.atLeastOne += made.atLeastOne ? 1 : 0
    }
    const { stratified, weighted, atLeastOne } = kinds
    console.log(`draws=${draws} differ=${differ} (stratified ${stratified}, weighted ${weighted}, at least one each ${atLeastOne})`)
    expect(differ).toBe(0)
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(draws / 4)
  })

  it('draws the same in pieces, none of them long, and with another program’s hash', () => {
    const candidates = list(500, (index) => ({ stratum: names[index % 7]!, tickets: [1, 30, 1_000][index % 3]! })).slice(0, 280)
    const input = { seed: nodeSha256('pieces'), publicValue: 'value', candidates, count: 40, atLeastOne: true }
    let [hashes, most] = [0, 0]
    const counting = (text: string): string => {
      hashes += 1
      return nodeSha256(text)
    }
    const turns = repeating(drawFileText(exported(input)), counting)
    for (;;) {
      hashes = 0
      const turn = turns.next()
      most = Math.max(most, hashes)
      if (!turn.done) continue
      expect(turn.value).toMatchObject({ problems: [], repeated: draw(input) })
      break
    }
    expect(most).toBeLessThan(3_000)
  })

  it('differs as soon as one ticket does, so that the comparison can fail', () => {
    const differing = Array.from({ length: 50 }, (_, seed) => random(seed)).filter((made) => {
      const [first, ...rest] = made.candidates
      const other = { ...made, candidates: [{ ...first!, tickets: first!.tickets + 1 }, ...rest] }
      return made.count < made.candidates.length && secondDraw(drawFileText(other)).join() !== made.drawn.join()
    })
    expect(differing.length).toBeGreaterThan(35)
  })

  it('writes the same list', () => {
    const { candidates } = random(3)
    expect(secondListText(candidates)).toBe(listText(candidates))
  })
})

describe('chance', () => {
  const draws = 3_000
  type Drawer = (input: DrawInput) => string[]
  /** Of chi-square with so many degrees of freedom, exceeded by one fair draw in a thousand. */
  const critical: Record<number, number> = { 2: 13.816, 3: 16.266, 9: 27.877, 11: 31.264 }

  function results(drawer: Drawer, candidates: Candidate[], count: number, other: Partial<DrawInput> = {}): string[][] {
    return Array.from({ length: draws }, (_, index) =>
      drawer({ seed: nodeSha256(`chance ${index}`), publicValue: 'the same', candidates, count, atLeastOne: false, ...other }),
    )
  }

  function counted(keys: string[]): (key: string) => number {
    const counts = new Map<string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return (key) => counts.get(key) ?? 0
  }

  const chiSquare = (cells: { seen: number; due: number }[]): number =>
    cells.reduce((sum, { seen, due }) => sum + (seen - due) ** 2 / due, 0)

  /** Who is drawn cannot be drawn again, so the counts of `quota` among `size` vary less than independent ones by this factor. */
  const withoutReplacement = (size: number, quota: number): number => (size - 1) / (size - quota)

  /** The usual slip: one hex digit modulo the length, so that the first are drawn more often. */
  const modulo: Drawer = ({ seed, publicValue, candidates, count }) => {
    const left = [...candidates]
    return Array.from({ length: count }, (_, index) => {
      const number = Number.parseInt(nodeSha256(`${seed}${publicValue}${index}`).slice(0, 1), 16)
      return left.splice(number % left.length, 1)[0]!.code
    })
  }

  describe('every candidate is drawn equally often', () => {
    const ten = list(10)
    const uniform = (drawn: string[][], count: number): number => {
      const seen = counted(drawn.flat())
      return chiSquare(ten.map((one) => ({ seen: seen(one.code), due: (draws * count) / 10 }))) * withoutReplacement(10, count)
    }

    test.each([1, 4])('%i of ten, and a draw by modulo is found out', (count) => {
      expect(uniform(results(draw, ten, count), count)).toBeLessThan(critical[9]!)
      expect(uniform(results(modulo, ten, count), count)).toBeGreaterThan(critical[9]!)
    })

    it('also when only the public value changes', () => {
      const byValue = Array.from({ length: draws }, (_, index) =>
        draw({ seed: nodeSha256('one'), publicValue: `value ${index}`, candidates: ten, count: 1, atLeastOne: false }),
      )
      expect(uniform(byValue, 1)).toBeLessThan(critical[9]!)
    })
  })

  describe('strata', () => {
    // Six, four and two works; of five drawn, one each, and of the other two one each for the larger strata.
    const works = list(12, (index) => ({ stratum: index < 6 ? '甲' : index < 10 ? '乙' : '丙' }))
    const due = new Map(
      drawQuotas(
        works.map(({ stratum }) => stratum),
        5,
        true,
      ).map((of) => [of.stratum, of]),
    )
    const asked = { atLeastOne: true }

    const ofStrata = (drawn: string[][]): number => {
      const seen = counted(drawn.flat().map((one) => works.find((work) => work.code === one)!.stratum))
      return chiSquare([...due.values()].map(({ stratum, quota }) => ({ seen: seen(stratum), due: draws * quota })))
    }
    const keepsQuotas = (drawn: string[]): boolean => {
      const seen = counted(drawn.map((one) => works.find((work) => work.code === one)!.stratum))
      return [...due.values()].every(({ stratum, quota }) => seen(stratum) === quota)
    }
    const within = (drawn: string[][]): number => {
      const seen = counted(drawn.flat())
      return works.reduce((sum, work) => {
        const { size, quota } = due.get(work.stratum)!
        return sum + chiSquare([{ seen: seen(work.code), due: (draws * quota) / size }]) * withoutReplacement(size, quota)
      }, 0)
    }
    /** Keeps the quotas, but takes the first of every stratum more often. */
    const unequal: Drawer = (input) =>
      [...due.values()].flatMap(({ stratum, quota }) =>
        modulo({ ...input, candidates: input.candidates.filter((one) => one.stratum === stratum), count: quota }),
      )

    it('get their quota in every single draw, and a draw that knows no strata is found out', () => {
      expect([...due.values()].map(({ size, quota }) => [size, quota])).toEqual([
        [2, 1],
        [4, 2],
        [6, 2],
      ])
      const drawn = results(draw, works, 5, asked)
      expect(drawn.filter((one) => !keepsQuotas(one))).toEqual([])
      expect(ofStrata(drawn)).toBe(0)
      const blind: Drawer = (input) => draw({ ...input, candidates: input.candidates.map((one) => ({ ...one, stratum: '' })) })
      const mixed = results(blind, works, 5, asked)
      expect(mixed.filter((one) => !keepsQuotas(one)).length).toBeGreaterThan(draws / 4)
      expect(ofStrata(mixed)).toBeGreaterThan(critical[2]!)
    })

    it('draw each of their works equally often, and one that favours the first is found out', () => {
      // (6 − 1) + (4 − 1) + (2 − 1) degrees of freedom.
      expect(within(results(draw, works, 5, asked))).toBeLessThan(critical[9]!)
      expect(within(results(unequal, works, 5, asked))).toBeGreaterThan(critical[9]!)
    })
  })

  describe('tickets', () => {
    const weights = [1, 1, 3, 4]
    const four = list(4, (index) => ({ tickets: weights[index]! }))
    const all = 9
    const pairs = four.flatMap((first) => four.filter((second) => second !== first).map((second) => [first, second] as const))

    const first = (drawn: string[][]): number => {
      const seen = counted(drawn.map(([one]) => one!))
      return chiSquare(four.map(({ code: one, tickets }) => ({ seen: seen(one), due: (draws * tickets) / all })))
    }
    /** Without replacement: the second is drawn from the tickets of the others. */
    const both = (drawn: string[][]): number => {
      const seen = counted(drawn.map((two) => two.join()))
      return chiSquare(
        pairs.map(([a, b]) => ({
          seen: seen(`${a.code},${b.code}`),
          due: (draws * a.tickets * b.tickets) / (all * (all - a.tickets)),
        })),
      )
    }
    const ignoring: Drawer = (input) => draw({ ...input, candidates: input.candidates.map((one) => ({ ...one, tickets: 1 })) })
    /** Another usual slip: one hash divided by the weight. */
    const dividing: Drawer = ({ seed, candidates, count }) =>
      candidates
        .map((one) => ({ ...one, key: Number.parseInt(nodeSha256(seed + one.code).slice(0, 12), 16) / one.tickets }))
        .sort((a, b) => a.key - b.key)
        .slice(0, count)
        .map((one) => one.code)

    it('make the first pick proportional to them, and other ways are found out', () => {
      expect(first(results(draw, four, 1))).toBeLessThan(critical[3]!)
      expect(first(results(ignoring, four, 1))).toBeGreaterThan(critical[3]!)
      expect(first(results(dividing, four, 1))).toBeGreaterThan(critical[3]!)
    })

    it('weigh the second pick, too, among those that are left', () => {
      expect(both(results(draw, four, 2))).toBeLessThan(critical[11]!)
      expect(both(results(dividing, four, 2))).toBeGreaterThan(critical[11]!)
    })
  })
})

describe('a changed file', () => {
  const changed = (work: (candidates: Candidate[]) => Candidate[]): DrawFile => ({ ...sample, candidates: work(sample.candidates) })
  const first = (patch: Partial<Candidate>) => (candidates: Candidate[]) => [{ ...candidates[0]!, ...patch }, ...candidates.slice(1)]

  test.each<[string, (candidates: Candidate[]) => Candidate[]]>([
    ['another code', first({ code: 'P0099' })],
    ['another stratum', first({ stratum: '文旅康养' })],
    ['another number of tickets', first({ tickets: 2 })],
    ['one candidate fewer', (candidates) => candidates.slice(1)],
    ['one candidate more', (candidates) => [...candidates, { code: 'P0013', stratum: '机械制造', tickets: 1 }]],
  ])('is found out by %s', (_, work) => {
    const other = changed(work)
    expect(listHash(other.candidates)).not.toBe(sample.listHash)
    expect(problemsIn(other)).toContain('list-hash-differs')
    // Whoever writes the new hash into the file has another draw.
    expect(draw(other)).not.toEqual(sample.drawn)
    expect(problemsIn({ ...other, listHash: listHash(other.candidates) })).toEqual(['drawn-differs'])
  })

  it('is found out by any single change of any candidate', () => {
    const one = fc.record({
      at: fc.nat(11),
      what: fc.constantFrom('code', 'stratum', 'tickets', 'drop'),
      by: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(one, ({ at, what, by }) => {
        const was = sample.candidates[at]!
        const now = { code: { code: code(100 + by) }, stratum: { stratum: `镇${by}` }, tickets: { tickets: was.tickets + by }, drop: {} }[
          what
        ]!
        const other = changed((candidates) => (what === 'drop' ? candidates.toSpliced(at, 1) : candidates.with(at, { ...was, ...now })))
        expect(problemsIn(other)).toContain('list-hash-differs')
      }),
    )
  })

  it('is sound without a change, whatever the order of its candidates', () => {
    expect(problemsIn(sample)).toEqual([])
    expect(problemsIn(changed((candidates) => candidates.toReversed()))).toEqual([])
  })

  test.each<[DrawProblem, Partial<DrawFile>]>([
    ['seed-hash-differs', { seedHash: nodeSha256('another') }],
    ['seed-hash-differs', { seed: nodeSha256('another') }],
    ['seed-committed-late', { seedCommittedAt: '2026-11-24T01:00:00.001Z' }],
    ['head-malformed', { publicSource: 'chain-head' }],
    ['code-twice', { candidates: [...sample.candidates, sample.candidates[0]!] }],
    ['list-hash-differs', { listHash: nodeSha256('another') }],
    ['strata-unasked', { stratify: 'none' }],
    ['tickets-unasked', { weighted: false }],
    ['count-too-large', { count: 13 }],
    ['reason-missing', { n: 2, reason: ' ' }],
    ['drawn-differs', { drawn: sample.drawn.toReversed() }],
    ['drawn-differs', { drawn: sample.drawn.slice(1) }],
    ['drawn-differs', { publicValue: 'another' }],
    ['drawn-differs', { count: 6 }],
  ])('says %s', (problem, patch) => {
    expect(problemsIn({ ...sample, ...patch })).toContain(problem)
  })

  it('is not judged by a rule it was not drawn by', () => {
    expect(checkDraw({ ...sample, version: 'draw-2', drawn: [] })).toEqual({ problems: ['version-unknown'], repeated: null })
  })

  it('is not repeated at all with more tickets than the rule takes: it would keep everybody waiting', () => {
    const many = (tickets: number): DrawFile => ({ ...sample, candidates: list(100, () => ({ tickets })) })
    let hashes = 0
    const counting = (text: string): string => {
      hashes += 1
      return nodeSha256(text)
    }
    expect(atOnce(checking({ ...many(1_000), candidates: [...list(101, () => ({ tickets: 1_000 }))] }, counting))).toEqual({
      problems: ['tickets-too-many'],
      repeated: null,
    })
    expect(hashes).toBe(0)
    expect(parseDrawFile(JSON.stringify(many(1_001)))).toMatchObject({ malformed: expect.arrayContaining(['candidates.0.tickets']) })
    expect(atOnce(checking(many(1_000), counting)).problems).not.toContain('tickets-too-many')
    // The list, its mix and one for each ticket: the draw is made once.
    expect(hashes).toBe(100_002)
  })
})

describe('the exported text', () => {
  it('is canonical, and read again it is the same draw', () => {
    const text = drawFileText({ ...sample, candidates: sample.candidates.toReversed() })
    expect(text).toBe(drawFileText(sample))
    expect(text.endsWith('}\n')).toBe(true)
    expect(file(text)).toEqual(sample)
    expect(file(`\ufeff${text}`)).toEqual(sample)
  })

  test.each<[string, unknown]>([
    ['', 'not json'],
    ['seed', { ...sample, seed: sample.seed.toUpperCase() }],
    ['count', { ...sample, count: 1.5 }],
    ['publicValue', { ...sample, publicValue: 'two\nlines' }],
    ['publicValue', { ...sample, publicValue: '\ud800' }],
    ['candidates.1.stratum', { ...sample, candidates: [sample.candidates[0], { code: 'P0002', stratum: 'a\tb', tickets: 1 }] }],
    ['candidates.0.tickets', { ...sample, candidates: [{ code: 'P0002', stratum: '', tickets: 0 }] }],
    ['frozenAt', { ...sample, frozenAt: '2026-11-24' }],
  ])('is refused for what cannot be read: %s', (field, content) => {
    expect(parseDrawFile(content === 'not json' ? content : JSON.stringify(content))).toEqual({ malformed: [field] })
  })
})

describe('docs/draw.md', () => {
  type Vector = DrawInput & {
    name: string
    seedHash: string
    listHash: string
    mix: string
    firstKey: string
    quotas: [string, number][]
    drawn: string[]
  }
  const block = /```json\n([\s\S]*?)```/.exec(readFileSync(join(repo, 'docs/draw.md'), 'utf8'))
  const vectors: Vector[] = JSON.parse(block?.[1] ?? '[]')

  it('has vectors', () => expect(vectors).toHaveLength(4))

  test.each(vectors)('holds: $name', (vector) => {
    const { seed, publicValue, candidates, count, atLeastOne, drawn } = vector
    expect(seedHash(seed)).toBe(vector.seedHash)
    expect(listHash(candidates)).toBe(vector.listHash)
    const mix = drawMix(seed, publicValue, vector.listHash)
    expect(mix).toBe(vector.mix)
    expect(drawKey(mix, candidates.find((one) => one.code === drawn[0])!)).toBe(vector.firstKey)
    const quotas = drawQuotas(
      candidates.map(({ stratum }) => stratum),
      count,
      atLeastOne,
    )
    expect(quotas.map(({ stratum, quota }) => [stratum, quota])).toEqual(vector.quotas)
    expect(draw(vector)).toEqual(drawn)
    expect(secondDraw(drawFileText(exported(vector)))).toEqual(drawn)
  })
})
