import type { ReactNode } from 'react'
import type { FindingView } from '../../../db/queries/finding-view'
import { addressQuery } from '../../../domain/address'
import { fill, type Messages } from '../../../domain/messages'
import { Panel } from '../../_components/panel'
import { PhotoRow } from '../../_components/photo-row'

type Props = { view: FindingView; t: Messages }

/** What was found, where, by whom and what it rests on. */
export function FactsPanel({ view, t }: Props) {
  const { facts, files } = view
  return (
    <Panel>
      <p className="finding-facts" lang="zh-CN">
        {facts}
      </p>
      {files.length > 0 ? <PhotoRow files={files} /> : null}
      <dl className="facts-list">
        {lines(view, t).map(([head, value]) => (
          <div key={head} className="contents">
            <dt>{head}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** Several lines, as they were typed. */
const Lines = ({ children }: { children: string }) => (
  <span className="whitespace-pre-line" lang="zh-CN">
    {children}
  </span>
)
const Chinese = ({ children }: { children: string }) => <span lang="zh-CN">{children}</span>

type Facts = Record<string, ReactNode | null>

function lines(view: FindingView, t: Messages): [string, ReactNode][] {
  const words = t.findings
  const { work, basis, round, carriedTo, visitId, person, unit, alike, dueOn, firstDueOn, plan } = view
  const all: Facts = {
    [words.work]: <Work work={work} t={t} />,
    [words.unit]: unit ? <Chinese>{`${unit}${person ? ` · ${person}` : ''}`}</Chinese> : <span className="soft">{words.notAssigned}</span>,
    [words.due]: dueOn && `${dueOn}${firstDueOn !== null && firstDueOn !== dueOn ? ` · ${fill(words.firstDue, { day: firstDueOn })}` : ''}`,
    [words.recheckDue]: view.recheckDueOn,
    [words.source]: t.labels.findingSources[view.source],
    [words.basis]: basis && <Chinese>{basis}</Chinese>,
    [words.found]: <Found view={view} t={t} />,
    [words.planField]: plan && <Lines>{plan}</Lines>,
    [words.round]: round && <Chinese>{round.title}</Chinese>,
    [words.visit]: visitId && <a href={`/visits/${visitId}`}>{words.seeVisit}</a>,
    [words.carriedTo]: carriedTo && <Chinese>{carriedTo.title}</Chinese>,
    [words.alike]: alike.length > 0 ? <Alike view={view} t={t} /> : null,
  }
  return Object.entries(all).filter(([, value]) => value !== null)
}

function Work({ work, t }: Pick<Props, 't'> & { work: FindingView['work'] }) {
  if (work === null) return <span className="soft">{t.findings.noWork}</span>
  const name = `${work.code} ${work.name}`
  return work.own ? (
    <a href={`/projects/${work.code}`} lang="zh-CN">
      {name}
    </a>
  ) : (
    <Chinese>{name}</Chinese>
  )
}

function Found({ view: { foundBy, foundOn, registeredBy }, t }: Props) {
  const words = t.findings
  const by = registeredBy ? ` · ${fill(words.registeredBy, { who: fill(t.project.someone, registeredBy) })}` : ''
  return `${fill(words.foundBy, { who: foundBy, day: foundOn })}${by}`
}

function Alike({ view: { alike, work, category }, t }: Props) {
  const all = `/findings${addressQuery({ show: 'all', project: work?.code, category })}`
  return (
    <>
      {alike.map(({ number, state }) => (
        <a key={number} href={`/findings/${number}`} className="mr-3">
          {number} {t.labels.findingStates[state]}
        </a>
      ))}
      <a href={all} className="soft small">
        {t.findings.alikeHint}
      </a>
    </>
  )
}
