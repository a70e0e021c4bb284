import { type BulletinFacts, type BulletinTexts, type Chosen, type Corrected, figureNames, groupKinds, ruleKinds } from './bulletin'
import { drawNotes, drawParagraphs } from './bulletin-draws'
import { overallParagraphs, problemSentence, rectificationParagraph, visitParagraphs, workSentence } from './bulletin-sentences'
import { findingsTable, groupsToPrint, groupTable, groupTitles, worksTable } from './bulletin-tables'
import { accountWords } from './bulletin-words'
import type { Day } from './calendar'
import { bulletins as words } from './messages/zh/bulletins'
import { type Annex, type Block, heading, type Paper, paperDate, paragraph } from './official-document'

/** `number` null = not issued: the paper is marked 征求意见稿. A demonstration says on every page that it is one. */
export type Issue = { number: string | null; signer: string | null; day: Day; head: { seq: number; hash: string } | null; demo: boolean }
type Written = { title: string; texts: BulletinTexts }

/** A bulletin as a paper: figures from the facts, words from persons, never mixed. */
export function bulletinPaper({ title, texts }: Written, facts: BulletinFacts, issue: Issue): Paper {
  return { ...frame('bulletin', title, texts, issue), blocks: bodyOf(facts, texts), annexes: annexesOf(facts) }
}

/** An erratum names what it corrects by number and hash, and says what stood there and what is right. */
export function erratumPaper({ title, texts }: Written, corrects: Corrected, issue: Issue): Paper {
  const lead = `${paperDate(corrects.day)}印发的《${corrects.title}》（编号${corrects.number}，SHA-256 ${corrects.sha256}）有下列内容须予更正，原件保持原样，不作改动。`
  const blocks: Block[] = [paragraph(lead), ...written(texts.opening), ...correctionBlocks(texts), ...written(texts.closing)]
  return { ...frame('erratum', title, texts, issue), blocks, annexes: [] }
}

/** What stands around the text, for every paper that is written like a bulletin. */
export function frame(
  kind: Paper['kind'],
  title: string,
  texts: BulletinTexts,
  { number, signer, day, head, demo }: Issue,
): Omit<Paper, 'blocks' | 'annexes'> {
  const chain = head === null ? null : `冻结时事件链头：第${head.seq}号 ${head.hash}`
  const parts = [demo ? '演示数据' : null, number === null ? null : `编号${number}`, chain].filter((part) => part !== null)
  return {
    kind,
    title,
    number: null,
    issuer: texts.issuer,
    redHead: true,
    draft: number === null,
    addressee: texts.addressee,
    signer,
    day,
    foot: parts.length === 0 ? null : parts.join('  '),
  }
}

export const correctionBlocks = ({ corrections }: Pick<BulletinTexts, 'corrections'>): Block[] =>
  corrections.map(({ at, was, now }, index) =>
    paragraph(`${corrections.length > 1 ? `${index + 1}.` : ''}${at}：原文“${was}”，更正为“${now}”。`),
  )

function bodyOf(facts: BulletinFacts, texts: BulletinTexts): Block[] {
  return [
    ...written(texts.opening),
    heading(1, '总体情况'),
    ...overallParagraphs(facts),
    ...written(texts.overall),
    ...groupKinds.flatMap((kind) => groupBlocks(facts, kind)),
    heading(1, '督查开展情况'),
    ...visitParagraphs(facts),
    ...drawParagraphs(facts),
    ...goodBlocks(facts, texts),
    ...problemBlocks(facts, texts),
    heading(1, '整改情况'),
    rectificationParagraph(facts),
    ...requirementBlocks(texts),
    ...written(texts.closing),
  ]
}

/** Each line that was typed is a paragraph. */
export const written = (text: string | null): Block[] =>
  (text ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())]))

function groupBlocks(facts: BulletinFacts, kind: (typeof groupKinds)[number]): Block[] {
  const groups = groupsToPrint(facts, kind)
  if (groups.every(({ key }) => key === '')) return []
  return [heading(2, groupTitles[kind]), groupTable(kind, groups)]
}

const picked = (choices: readonly Chosen[]): Chosen[] => choices.filter(({ chosen }) => chosen)

function goodBlocks({ works }: BulletinFacts, { good }: BulletinTexts): Block[] {
  const blocks = picked(good).flatMap(({ key, words: said }) => {
    const work = works.find(({ code }) => code === key)
    return work ? [paragraph([{ text: `${work.name}。`, bold: true }, { text: `${workSentence(work)}${said ?? ''}` }])] : []
  })
  return blocks.length === 0 ? [] : [heading(1, '好的做法'), ...blocks]
}

function problemBlocks({ problems }: BulletinFacts, texts: BulletinTexts): Block[] {
  const blocks = picked(texts.problems).flatMap(({ key, words: said }) => {
    const problem = problems.find((known) => known.key === key)
    return problem ? [paragraph([{ text: problem.name, bold: true }, { text: `${problemSentence(problem)}${said ?? ''}` }])] : []
  })
  return blocks.length === 0 ? [] : [heading(1, '存在问题'), ...blocks]
}

export function requirementBlocks({ requirements }: Pick<BulletinTexts, 'requirements'>): Block[] {
  const many = requirements.length > 1
  const lines = requirements.map(({ words: said, dueOn }, index) =>
    paragraph(`${many ? `${index + 1}.` : ''}${said.replace(/[。；;.]$/, '')}（${paperDate(dueOn)}前完成）。`),
  )
  return lines.length === 0 ? [] : [heading(1, '有关要求'), ...lines]
}

function annexesOf(facts: BulletinFacts): Annex[] {
  return [
    { title: '督查项目一览表', blocks: [worksTable(facts.works)] },
    ...(facts.findings.length === 0 ? [] : [{ title: '督查发现问题清单', blocks: [findingsTable(facts.findings)] }]),
    { title: '数据说明', blocks: notes(facts) },
  ]
}

/** The account of every figure, for who has only the paper; and by which rules it was reckoned. */
function notes(facts: BulletinFacts): Block[] {
  const rules = ruleKinds.map((kind) => {
    const { version, document } = facts.rules[kind]
    return `${words.ruleKinds[kind]}第${version}版（${document ?? words.ruleExample}）`
  })
  return [
    paragraph(
      `数据业务日：${paperDate(facts.asOf.day)}。计算规则：${rules.join('，')}。“—”为未知，“≥”为部分项目已知的合计，未知不按零计。`,
    ),
    ...figureNames.map((name) => paragraph(accountWords(name, facts.figures[name]))),
    paragraph('分组表：各项目的批准情况表、批准年度计划和审定填报之和，完成率与差距只算同时有计划和审定数的项目，括号内为项目数。'),
    paragraph('一览表：年度计划为批准的年度投资计划，本年完成为审定填报的本年累计，截至所写月份。'),
    paragraph('问题清单：问题台账，期限为现行期限，状态为冻结时的状态。'),
    ...drawNotes(facts),
  ]
}
