import type { Day } from './calendar'
import type { MemberDuty } from './inspection'
import { type Block, heading, type Paper, type PaperTable, paperDate, paragraph } from './official-document'

/** What a notice says; null = not decided yet, which an unsent notice shows as a gap. */
export type NoticeFacts = {
  title: string
  issuer: string
  day: Day
  fromDay: Day | null
  toDay: Day | null
  scopeWords: string | null
  requirements: string | null
  materials: readonly string[]
  materialsDueOn: Day | null
  groups: readonly { id: number; name: string; fromDay: Day | null; toDay: Day | null }[]
  members: readonly { name: string; unit: string; duty: MemberDuty; groupId: number | null }[]
  works: readonly { code: string; name: string; unit: string | null; group: string | null; visitOn: Day | null }[]
}

const gap = '（待定）'
const dayOr = (day: Day | null): string => (day === null ? gap : paperDate(day))
const between = (from: Day | null, to: Day | null): string =>
  from !== null && from === to ? paperDate(from) : `${dayOr(from)}至${dayOr(to)}`

/** The notice of an announced round as a paper; `draft` until it is sent. */
export function noticePaper(facts: NoticeFacts, draft: boolean): Paper {
  return {
    kind: 'notice',
    title: `关于开展${facts.title}的通知`,
    number: null,
    issuer: facts.issuer,
    redHead: true,
    draft,
    addressee: '各有关单位',
    blocks: noticeBlocks(facts),
    signer: null,
    day: facts.day,
    annexes: [{ title: '督查项目名单', blocks: [worksTable(facts.works)] }],
    foot: null,
  }
}

function noticeBlocks(facts: NoticeFacts): Block[] {
  const { title, fromDay, toDay, scopeWords, works, materials, requirements } = facts
  const scope = `${scopeWords === null ? '' : `${withStop(scopeWords)}`}共${works.length}个项目，名单见附件。`
  return [
    paragraph(`现定于${between(fromDay, toDay)}开展${title}，有关事项通知如下。`),
    heading(1, '督查时间'),
    paragraph(`${between(fromDay, toDay)}。`),
    heading(1, '督查范围'),
    ...paragraphs(scope),
    heading(1, '督查人员'),
    ...teamBlocks(facts),
    ...(materials.length > 0 ? [heading(1, '报送材料'), ...materialBlocks(facts)] : []),
    ...(requirements === null ? [] : [heading(1, '有关要求'), ...paragraphs(requirements)]),
  ]
}

const withStop = (words: string): string => (/[。！？.!?]$/.test(words) ? words : `${words}。`)
const paragraphs = (words: string): Block[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => paragraph(line))

/** The leader first, group by group; whoever is in no group leads or serves the whole team. */
function teamBlocks({ groups, members }: NoticeFacts): Block[] {
  const whole = members.filter(({ groupId }) => groupId === null)
  const ofGroups = groups.flatMap(({ id, name, fromDay, toDay }) => {
    const own = members.filter(({ groupId }) => groupId === id)
    const when = fromDay === null && toDay === null ? '' : `（${between(fromDay, toDay)}）`
    return own.length > 0 || when ? [paragraph(`${name}${when}：${own.length > 0 ? namesOf(own) : gap}`)] : []
  })
  return [...(whole.length > 0 || ofGroups.length === 0 ? [paragraph(whole.length > 0 ? namesOf(whole) : gap)] : []), ...ofGroups]
}

const duties: Record<MemberDuty, string> = { leader: '组长', clerk: '资料员', member: '成员' }

function namesOf(members: NoticeFacts['members']): string {
  const said = (['leader', 'clerk', 'member'] as const).flatMap((duty) => {
    const own = members.filter((member) => member.duty === duty)
    return own.length > 0 ? [`${duties[duty]}：${own.map(({ name, unit }) => `${name}（${unit}）`).join('、')}`] : []
  })
  return `${said.join('；')}。`
}

function materialBlocks({ materials, materialsDueOn }: NoticeFacts): Block[] {
  const due = materialsDueOn === null ? '' : `于${paperDate(materialsDueOn)}前`
  return [paragraph(`请各项目单位${due}报送下列材料：`), ...materials.map((name, at) => paragraph(`${at + 1}. ${name}`))]
}

function worksTable(works: NoticeFacts['works']): PaperTable {
  return {
    kind: 'table',
    caption: null,
    unit: null,
    head: [['序号', '编码', '项目', '项目单位', '督查组', '督查日期'].map((text) => ({ text }))],
    widths: [6, 9, 34, 24, 12, 15],
    align: ['center', 'center', 'left', 'left', 'center', 'center'],
    rows: works.map(({ code, name, unit, group, visitOn }, at) => [
      String(at + 1),
      code,
      name,
      unit ?? '—',
      group ?? '—',
      visitOn === null ? '—' : paperDate(visitOn),
    ]),
  }
}
