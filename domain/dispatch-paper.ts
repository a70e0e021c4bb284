import { type BulletinTexts, groupKinds } from './bulletin'
import { correctionBlocks, frame, type Issue, requirementBlocks, written } from './bulletin-paper'
import { groupsToPrint, groupTable, groupTitles } from './bulletin-tables'
import { monthWords } from './bulletin-words'
import { shanghaiDay } from './calendar'
import type { DispatchFacts } from './dispatch'
import { overallSentences } from './dispatch-sentences'
import { askedTable, changedTable, dispatchWorksTable, lateTable } from './dispatch-tables'
import { type Annex, type Block, heading, type Paper, paperDate, paragraph } from './official-document'

type Written = { title: string; texts: BulletinTexts }

/** A dispatch as a paper: figures from a locked month, words from persons, never mixed. */
export function dispatchPaper({ title, texts }: Written, facts: DispatchFacts, issue: Issue): Paper {
  return { ...frame('dispatch', title, texts, issue), blocks: bodyOf(facts, texts), annexes: annexesOf(facts) }
}

function bodyOf(facts: DispatchFacts, texts: BulletinTexts): Block[] {
  return [
    ...replacedBlocks(facts, texts),
    ...written(texts.opening),
    heading(1, '总体情况'),
    ...overallSentences(facts),
    ...written(texts.overall),
    ...groupKinds.flatMap((kind) => groupBlocks(facts, kind)),
    ...namedBlocks(facts, texts),
    ...askedBlocks(facts),
    ...requirementBlocks(texts),
    ...written(texts.closing),
  ]
}

/** What was issued stays as it is; this one names it, the revision of both, and what changed. */
function replacedBlocks(facts: DispatchFacts, texts: BulletinTexts): Block[] {
  const { replaces, lock } = facts
  const table = changedTable(facts)
  if (replaces === null || table === null) return []
  const month = monthWords(lock.period)
  const why =
    replaces.revision === lock.revision
      ? `两份通报同依${month}第${lock.revision}次月度锁定，更正的是下列文字。`
      : `原通报依${month}第${replaces.revision}次月度锁定；该月重开后重新锁定，本通报依第${lock.revision}次。`
  const lead = `${paperDate(replaces.day)}印发的《${replaces.title}》（编号${replaces.number}，SHA-256 ${replaces.sha256}）由本通报更正，原件保持原样，不作改动。${why}`
  return [paragraph(lead), ...correctionBlocks(texts), table]
}

function groupBlocks(facts: DispatchFacts, kind: (typeof groupKinds)[number]): Block[] {
  const groups = groupsToPrint(facts, kind)
  if (groups.every(({ key }) => key === '')) return []
  return [heading(2, groupTitles[kind]), groupTable(kind, groups)]
}

/** The works that a person chose to name, with what lit them red. */
function namedBlocks({ worst }: DispatchFacts, { problems }: BulletinTexts): Block[] {
  const chosen = new Map(problems.filter((choice) => choice.chosen).map(({ key, words }) => [key, words]))
  const blocks = worst
    .filter(({ code }) => chosen.has(code))
    .map(({ code, name, unit, words }) =>
      paragraph([{ text: `${name}（${unit ?? '单位待定'}）。`, bold: true }, { text: `${words}${chosen.get(code) ?? ''}` }]),
    )
  return blocks.length === 0 ? [] : [heading(1, '进度严重滞后的项目'), ...blocks]
}

function askedBlocks({ asked, askedLeft, day }: DispatchFacts): Block[] {
  if (asked.length === 0) return []
  const left = askedLeft > 0 ? `另有${askedLeft}项未列。` : ''
  return [
    heading(1, '需要协调解决的事项'),
    paragraph(`截至${paperDate(day)}尚未办结的协调事项${asked.length + askedLeft}项，见附件。${left}`),
  ]
}

function annexesOf(facts: DispatchFacts): Annex[] {
  const { asked, late, works } = facts
  return [
    ...(asked.length === 0 ? [] : [{ title: '协调事项清单', blocks: [askedTable(asked)] }]),
    ...(late.length === 0 ? [] : [{ title: '迟报、未报情况', blocks: [lateTable(late)] }]),
    { title: '项目一览表', blocks: [dispatchWorksTable(works), ...leftOver(facts)] },
    { title: '数据说明', blocks: notes(facts) },
  ]
}

const leftOver = ({ left }: DispatchFacts): Block[] => (left > 0 ? [paragraph(`另有${left}个项目未列入本表，已计入合计。`)] : [])

/** By which lock, and by which rules, for who has only the paper. */
function notes({ lock, day }: DispatchFacts): Block[] {
  const locked = `${monthWords(lock.period)}第${lock.revision}次月度锁定（${paperDate(shanghaiDay(lock.at))}取数，事件第${lock.eventSeq}号，SHA-256 ${lock.digest}）`
  return [
    paragraph(`数据来源：${locked}；灯色规则第${lock.ruleVersion}版。“—”为未知，“≥”为部分项目已知的合计，未知不按零计。`),
    paragraph('一览表列有年度计划或本年审定数的项目，其余项目只计入合计。完成率与差距只算同时有计划和审定数的项目，括号内为项目数。'),
    paragraph(`协调事项清单：${paperDate(day)}未办结的要素保障问题和调度会清单，不随月度锁定冻结。填报情况按单位名称排列，不排名次。`),
  ]
}
