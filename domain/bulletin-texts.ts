import type { BulletinFacts, BulletinTexts, Corrected } from './bulletin'
import { quarterWords } from './bulletin-words'
import { addDays } from './calendar'
import { labels } from './messages/zh/labels'

/** The words a draft begins with; persons go on from there. */
export function firstTexts(facts: BulletinFacts, issuer: string, deadlineDays: number): BulletinTexts {
  const dueOn = addDays(facts.asOf.day, deadlineDays)
  const requirement = { words: '各责任单位对照问题清单逐项整改，按期报送佐证并申请销号', dueOn }
  return {
    ...noTexts(issuer),
    addressee: '各乡镇人民政府，县直有关单位，各项目单位',
    opening: `按照年度督查工作安排，对全县重大项目开展了${inspectionWords(facts)}。现将有关情况通报如下。`,
    requirements: facts.findings.length === 0 ? [] : [requirement],
    closing: '特此通报。',
  }
}

/** 2025年第三季度督查, 2025年第三季度联合督查 … */
const kindWords = ({ round }: BulletinFacts): string => (round.kind === 'quarterly' ? '督查' : labels.roundKinds[round.kind])
const inspectionWords = (facts: BulletinFacts): string => `${quarterWords(facts.round.quarter)}${kindWords(facts)}`

export const bulletinTitle = (facts: BulletinFacts): string =>
  `关于${quarterWords(facts.round.quarter)}全县重大项目${kindWords(facts)}情况的通报`

export const erratumTitle = (corrects: Pick<Corrected, 'title'>): string => `关于《${corrects.title}》的更正`

export const erratumTexts = (issuer: string, addressee: string | null): BulletinTexts => ({
  ...noTexts(issuer),
  addressee,
  closing: '特此更正。',
})

export const noTexts = (issuer: string): BulletinTexts => ({
  issuer,
  addressee: null,
  signer: null,
  opening: null,
  overall: null,
  good: [],
  problems: [],
  requirements: [],
  corrections: [],
  closing: null,
})

/** What is missing before others are asked to sign: an erratum must say what it corrects. */
export const saysWhatItCorrects = ({ corrections }: BulletinTexts): boolean => corrections.length > 0
