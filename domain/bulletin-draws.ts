import type { BulletinFacts, DrawFact } from './bulletin'
import { labels } from './messages/zh/labels'
import { type Paragraph, paragraph } from './official-document'

export const repeatDrawAddress = '/inspections/repeat-draw'

/** How the works were drawn, so that anybody can draw them again. */
export function drawParagraphs({ draws }: BulletinFacts): Paragraph[] {
  if (draws.length === 0) return [paragraph('本轮项目名单按点名、规则或全部项目确定，没有随机抽取。')]
  return draws.map((draw) => paragraph(drawText(draw), `抽取${draw.n}：抽取文件（冻结于${draw.frozenAt}）`))
}

function drawText(draw: DrawFact): string {
  const { abandoned, reason, candidates, drawn, stratify, weighted } = draw
  const given = [
    abandoned === null ? '' : `在已作废的轮次《${abandoned}》中进行`,
    reason === null ? '' : `重新抽取，原因：${reason}`,
  ].filter((words) => words !== '')
  const how = `${labels.strataKinds[stratify]}${weighted ? '，近期已督查情况计入权重' : ''}`
  return [
    `第${draw.n}次随机抽取${given.length === 0 ? '' : `（${given.join('；')}）`}：`,
    `从${candidates}个候选项目中抽取${drawn.length}个（${how}），抽中项目依次为${drawn.join('、')}。`,
    removedText(draw),
    '任何人凭导出的抽取文件都能得到同样结果，种子、名单散列和办法见附件“数据说明”。',
  ].join('')
}

/** A drawn work that nobody visited must not vanish in silence. */
function removedText({ removed }: DrawFact): string {
  if (removed.length === 0) return ''
  const each = removed.map(({ code, reason }) => `${code}（${ended(reason)}）`).join('、')
  return `其中${removed.length}个抽中后移出名单：${each}。`
}

const ended = (reason: string): string => reason.replace(/[。；;.]+$/, '')

/** What a repeat needs, on paper: nobody reads sixty-four digits in the middle of a sentence, and nobody may miss them. */
export function drawNotes({ draws }: BulletinFacts): Paragraph[] {
  return draws.flatMap((draw) => {
    const source = draw.publicSource === 'chain-head' ? '冻结时事件链链头' : draw.publicSource
    return [
      paragraph(`第${draw.n}次随机抽取：算法${draw.version}，重复抽取页面${repeatDrawAddress}。名单冻结前登记的种子散列：`),
      ...[draw.seedHash, `种子：${draw.seed}`, `公开值（${source}）：${draw.publicValue}`, `候选名单散列：${draw.listHash}`].map((text) =>
        paragraph(text),
      ),
    ]
  })
}
