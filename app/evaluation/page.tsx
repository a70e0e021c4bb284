import type { Metadata } from 'next'
import { type EvaluationItem, evaluationList, evaluationsAPage } from '../../db/queries/evaluations'
import { evaluationKinds } from '../../domain/evaluation-kinds'
import type { Messages } from '../../domain/messages'
import { canKeepEvaluation } from '../../domain/policy'
import { Badge } from '../_components/badge'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { ActionForm, Select, Submit } from '../_components/form'
import { Unknown } from '../_components/money'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { words as messages } from '../_lib/locale'
import { askedNumber, type Query } from '../_lib/query'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { draft } from './actions'
import { EvaluationTabs } from './tabs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).evaluation.title }
}

type Props = { searchParams: Promise<Query> }

export default async function EvaluationPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.evaluation
  const page = askedNumber(await searchParams, 'page', 1)
  const { rows, total, years } = reading(() => evaluationList(actor, page))
  const keeps = canKeepEvaluation(actor)
  return (
    <div className="page">
      <PageHead title={words.title} lead={words.lead}>
        <ExportLinks path="/evaluation" title={words.title} t={t} />
      </PageHead>
      <EvaluationTabs here="reports" t={t} />
      <div className="stack">
        <Panel title={words.reports} flush>
          {total === 0 ? (
            <Empty title={keeps ? words.none : words.noneIssued}>{keeps ? words.noneHint : null}</Empty>
          ) : (
            <>
              <Table caption={words.caption} columns={columns(t)} rows={rows} keyOf={({ id }) => id} />
              <PagerOf page={page} size={evaluationsAPage} shown={rows.length} total={total} to={(at) => `/evaluation?page=${at}`} t={t} />
            </>
          )}
        </Panel>
        {keeps ? <DraftPanel years={years} t={t} /> : null}
      </div>
    </div>
  )
}

function columns(t: Messages): Column<EvaluationItem>[] {
  const words = t.evaluation
  const title = ({ id, title }: EvaluationItem) => (
    <a href={`/evaluation/${id}`} lang="zh-CN">
      {title}
    </a>
  )
  return [
    { key: 'title', head: words.columnTitle, card: 'title', cell: title },
    { key: 'kind', head: words.kind, cell: ({ kind }) => words.kinds[kind] },
    { key: 'year', head: words.year, cell: ({ year }) => year },
    { key: 'state', head: words.columnState, cell: ({ state }) => <Badge>{t.labels.bulletinStates[state]}</Badge> },
    { key: 'number', head: words.columnNumber, cell: ({ number }) => number ?? <Unknown why={words.notIssued} /> },
    { key: 'day', head: words.columnDay, cell: ({ day }) => day ?? <Unknown why={words.notIssued} /> },
  ]
}

function DraftPanel({ years, t }: { years: readonly number[]; t: Messages }) {
  const words = t.evaluation
  return (
    <Panel title={words.draftTitle}>
      <p className="soft mb-4">{words.noneHint}</p>
      <ActionForm action={draft} aria-label={words.draftTitle}>
        <div className="form-row">
          <Select name="kind" label={words.kind} options={evaluationKinds.map((value) => ({ value, text: words.kinds[value] }))} />
          <Select
            name="year"
            label={words.year}
            options={years.map((year) => ({ value: String(year), text: String(year) }))}
            defaultValue={years.at(-1)}
          />
        </div>
        <div className="form-end">
          <Submit>{words.draft}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}
