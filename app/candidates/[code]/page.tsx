import type { Metadata } from 'next'
import { type CandidateRow, candidateView } from '../../../db/queries/candidates'
import { places } from '../../../db/queries/plan'
import { shanghaiDay } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { canKeepCandidates } from '../../../domain/policy'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { words } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { DecideForms, ReconsiderForm } from './decide-forms'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).candidates.title }
}

export default async function CandidatePage({ params }: Props) {
  const { actor } = await requireViewer()
  const { code } = await params
  const t = await words()
  const { row, close } = reading(() => candidateView(actor, code))
  const keeps = canKeepCandidates(actor)
  const towns = places().flatMap(({ kind, name }) => (kind === 'town' ? [name] : []))
  return (
    <div className="page page-narrow">
      <PageHead title={row.name} crumbs={[{ text: t.candidates.title, href: '/candidates' }, { text: row.code }]}>
        <span>{t.candidates.states[row.state]}</span>
      </PageHead>
      <div className="stack">
        <Panel title={t.candidates.clause}>
          <p>
            <q lang="zh-CN">{row.clause.quote}</q>{' '}
            <a className="opens soft small" href={`/plan?line=${row.clause.line}#L${row.clause.line}`}>
              {fill(t.plan.line, { line: row.clause.line })}
            </a>
          </p>
          <p className="soft">
            {row.sector ? `${t.candidates.sector}${t.common.colon}${t.labels.sectors[row.sector]}` : null}
            {row.past ? ` · ${t.candidates.past}` : null}
            {row.like ? ` · ${fill(t.candidates.like, { item: row.like })}` : null}
          </p>
        </Panel>
        {row.steps.length > 0 ? <Steps row={row} t={t} /> : null}
        {keeps && row.state === 'open' ? <DecideForms row={row} close={close} towns={towns} t={t} /> : null}
        {keeps && (row.state === 'merged' || row.state === 'dismissed') ? <ReconsiderForm row={row} t={t} /> : null}
      </div>
    </div>
  )
}

function Steps({ row, t }: { row: CandidateRow; t: Messages }) {
  return (
    <Panel title={t.candidates.history}>
      <ul>
        {row.steps.map((step) => (
          <li key={step.at} className="border-t border-inner py-2 first:border-t-0">
            {t.candidates.outcomes[step.outcome]}
            {step.work ? (
              <>
                {' '}
                <a href={`/projects/${step.work}`}>
                  {step.work} <span lang="zh-CN">{step.workName}</span>
                </a>
              </>
            ) : null}
            {step.reason ? <div>{step.reason}</div> : null}
            <div className="soft small">{fill(t.candidates.by, { name: step.by, day: shanghaiDay(step.at) })}</div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
