import type { ReactNode } from 'react'
import type { SeenFact } from '../../../db/queries/visit-seen'
import { fill, type Messages } from '../../../domain/messages'
import type { SeenFigure } from '../../../domain/visit'
import type { SeenValue } from '../../../domain/visit-compare'
import { Account } from '../../_components/account'
import { Unknown } from '../../_components/money'
import { personWords, ResultMark } from '../../_components/seen-marks'
import { type FigureLook, seenWords } from '../../_components/seen-words'
import type { ProjectPageProps } from './view'

type Props = {
  figure: SeenFigure
  view: ProjectPageProps
  /** What is shown instead of the seen value itself; the account still says that. */
  text?: string
  children?: ReactNode
}

/** The fourth layer of a figure: who saw it, when, beside what was told then; a difference is marked. */
export function SeenCell({ figure, view, text, children }: Props) {
  const { seen, t } = view
  const fact = seen.of.get(figure)
  const value = fact ? seenWords(fact.value, lookOf(figure), t) : null
  if (!fact || value === null) return <Unknown why={notSeenWhy(figure, view)} />
  return (
    <span className="seen-cell">
      <SeenAccount fact={fact} text={text ?? value} t={t}>
        {children}
      </SeenAccount>
      {fact.result === 'differs' ? <ResultMark result={fact.result} t={t} /> : null}
    </span>
  )
}

type AccountProps = { fact: SeenFact; text: string; t: Messages; children?: ReactNode }

function SeenAccount({ fact, text, t, children }: AccountProps) {
  const words = t.project
  const told = (value: SeenValue) => seenWords(value, lookOf(fact.figure), t) ?? '—'
  const then = fact.reported !== null || fact.approved !== null
  const title = fill(t.common.whereFrom, { figure: text })
  return (
    <Account
      figure={fact.figure === 'step' ? <span lang="zh-CN">{text}</span> : text}
      title={title}
      t={t}
      links={<a href={`/visits/${fact.visitId}`}>{words.seeVisit}</a>}
    >
      <div>
        {fill(words.seenBy, { who: personWords(fact.inspector, t), day: fact.visitedOn })} · <ResultMark result={fact.result} t={t} />
      </div>
      {then ? <div>{fill(words.seenTold, { reported: told(fact.reported), approved: told(fact.approved) })}</div> : null}
      {fact.why ? <div lang="zh-CN">{fact.why}</div> : null}
      {children}
    </Account>
  )
}

/** The unit stands with the figure's name. */
const lookOf = (figure: SeenFigure): FigureLook => ({ figure, name: null, unit: null })

/** Never visited, could not be checked (and why), or left out. */
function notSeenWhy(figure: SeenFigure, { visits: { last }, t }: ProjectPageProps): string {
  if (last === null) return t.project.notSeen
  const why = last.unchecked.get(figure)
  return why ? fill(t.project.seenCould, { day: last.on, why }) : fill(t.project.seenNotChecked, { day: last.on })
}
