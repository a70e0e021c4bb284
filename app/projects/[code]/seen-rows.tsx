import type { ReactNode } from 'react'
import { fill } from '../../../domain/messages'
import type { SeenFigure } from '../../../domain/visit'
import { Unknown } from '../../_components/money'
import { seenWords } from '../../_components/seen-words'
import type { FigureRow } from './figure-row'
import { SeenCell } from './seen-cell'
import type { ProjectPageProps } from './view'

/** What only a visit looks at: the stage, milestones found otherwise than told, people and machines. Left out where nobody saw them. */
export function siteRows(view: ProjectPageProps): FigureRow[] {
  const { seen, head, record, t } = view
  const words = t.project
  const onSite = <Unknown why={words.onSiteOnly} />
  const row = (figure: SeenFigure, name: string, approved: ReactNode, reported: ReactNode = onSite): FigureRow => ({
    key: figure,
    name,
    plan: <Unknown why={words.planSaysNot} />,
    reported,
    approved,
    seen: <SeenCell figure={figure} view={view} />,
  })
  const plain = (['people', 'machines'] as const).filter((figure) => seen.of.has(figure))
  const stage = seen.of.has('stage')
    ? [row('stage', t.labels.seenFigures.stage, t.labels.stages[head.work.stage], <Unknown why={words.stageNotTold} />)]
    : []
  const milestones = seen.milestones.flatMap(({ id, fact }) => {
    const milestone = record.milestones.find((each) => each.id === id)
    if (!milestone || fact.result !== 'differs') return []
    const approved = seenWords(milestone.metOn ?? '', { figure: fact.figure, name: null, unit: null }, t)
    return [row(fact.figure, fill(words.milestoneNamed, { name: milestone.name }), approved, <Unknown why={words.notReported} />)]
  })
  return [...stage, ...milestones, ...plain.map((figure) => row(figure, t.labels.seenFigures[figure], onSite))]
}
