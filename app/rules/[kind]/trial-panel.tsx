import type { Trial, TriedWork } from '../../../db/queries/rule-trial'
import type { Day } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { ReportWord } from '../../_components/badge'
import { lightSentence, RatedLight } from '../../_components/light'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'

/** Which works the tried numbers would change, before anybody submits them. */
export function TrialPanel({ trial, today, t }: { trial: Trial; today: Day; t: Messages }) {
  const words = t.rules
  const { works, changed, rows, chains } = trial
  return (
    <Panel title={words.trialTitle} flush id="trial">
      <div className="panel-body">
        <p>
          <strong role="status">{changed === 0 ? words.trialSame : fill(words.trialChanged, { changed })}</strong>{' '}
          <span className="soft">
            {fill(words.trialOf, { day: today, works })}
            {changed > rows.length ? ` ${fill(words.trialShown, { shown: rows.length })}` : ''}
          </span>
        </p>
        {chains.length > 0 ? <p className="slow">{fill(words.trialChains, { chains: chains.join('、') })}</p> : null}
      </div>
      {rows.length > 0 ? (
        <Table caption={words.trialTitle} columns={columnsOf(t)} rows={rows.flatMap(linesOf)} keyOf={({ key }) => key} />
      ) : null}
    </Panel>
  )
}

type Line = { key: string; work: TriedWork; what: string; light: TriedWork['lights'][number] | null }

/** A line a light, and one for the report. */
function linesOf(work: TriedWork): Line[] {
  const lights = work.lights.map((light) => ({ key: `${work.code} ${light.before.kind}`, work, what: light.before.kind, light }))
  return work.report ? [...lights, { key: `${work.code} report`, work, what: 'report', light: null }] : lights
}

function columnsOf(t: Messages): Column<Line>[] {
  const words = t.rules.trialColumns
  const kinds: Record<string, string> = { ...t.labels.lightKinds, report: t.rules.report }
  return [
    {
      key: 'work',
      head: words.work,
      card: 'title',
      cell: ({ work }) => (
        <>
          <a href={`/projects/${work.code}`} lang="zh-CN">
            {work.name}
          </a>{' '}
          <span className="soft small">{work.code}</span>
        </>
      ),
    },
    { key: 'what', head: words.what, tight: true, cell: ({ what }) => kinds[what] ?? what },
    { key: 'before', head: words.before, cell: (line) => <State line={line} side="before" t={t} /> },
    { key: 'after', head: words.after, cell: (line) => <State line={line} side="after" t={t} /> },
    { key: 'why', head: words.why, card: 'full', cell: ({ light }) => (light ? lightSentence(light.after, t) : null) },
  ]
}

function State({ line: { light, work }, side, t }: { line: Line; side: 'before' | 'after'; t: Messages }) {
  if (light) return <RatedLight light={light[side]} t={t} />
  return work.report ? <ReportWord state={work.report[side]} t={t} /> : null
}
