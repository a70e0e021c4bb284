import type { Metadata } from 'next'
import { type CandidateRow, candidateList } from '../../db/queries/candidates'
import { addressQuery, readAddress } from '../../domain/address'
import { candidateParams, candidateStates } from '../../domain/candidate'
import { fill, type Messages } from '../../domain/messages'
import { canImport, canKeepCandidates } from '../../domain/policy'
import { Chip, Chips } from '../_components/chip'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { words } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).candidates.title }
}

export default async function CandidatesPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await words()
  const { state } = readAddress(candidateParams, await searchParams).params
  const { rows, counts } = reading(() => candidateList(actor, state ?? null))
  return (
    <div className="page">
      <PageHead title={t.candidates.title} lead={t.candidates.lead}>
        <ExportLinks path="/candidates" query={addressQuery({ state })} title={t.candidates.title} t={t} />
        {canImport(actor) ? (
          <a className="button" href="/imports/new">
            {t.candidates.importAnnex}
          </a>
        ) : null}
      </PageHead>
      <Notice>{t.candidates.annex}</Notice>
      <div className="stack">
        <Chips>
          {candidateStates.map((each) => (
            <Chip
              key={each}
              href={`/candidates${addressQuery({ state: each === state ? null : each })}`}
              on={each === state}
              count={counts[each]}
              t={t}
            >
              {t.candidates.states[each]}
            </Chip>
          ))}
        </Chips>
        <Panel title={t.candidates.title} note={String(rows.length)} flush>
          {rows.length === 0 ? (
            <Empty title={t.candidates.empty}>{t.candidates.lead}</Empty>
          ) : (
            <Table caption={t.candidates.title} columns={columns(t, canKeepCandidates(actor))} rows={rows} keyOf={({ code }) => code} />
          )}
        </Panel>
      </div>
    </div>
  )
}

const columns = (t: Messages, keeps: boolean): Column<CandidateRow>[] => [
  { key: 'code', head: t.candidates.code, kind: 'code', card: 'top', cell: ({ code }) => code },
  {
    key: 'name',
    head: t.candidates.name,
    card: 'title',
    cell: ({ code, name, past, like }) => (
      <>
        <a href={`/candidates/${code}`} lang="zh-CN">
          {name}
        </a>
        {past ? <div className="soft small">{t.candidates.past}</div> : null}
        {like ? <div className="soft small">{fill(t.candidates.like, { item: like })}</div> : null}
      </>
    ),
  },
  { key: 'sector', head: t.candidates.sector, wide: true, cell: ({ sector }) => (sector ? t.labels.sectors[sector] : '—') },
  {
    key: 'clause',
    head: t.candidates.clause,
    cell: ({ clause }) => (
      <a className="opens" href={`/plan?line=${clause.line}#L${clause.line}`}>
        {fill(t.plan.line, { line: clause.line })}
      </a>
    ),
  },
  { key: 'state', head: t.candidates.state, card: 'top', cell: (row) => <State row={row} keeps={keeps} t={t} /> },
]

function State({ row, keeps, t }: { row: CandidateRow; keeps: boolean; t: Messages }) {
  const last = row.steps.at(-1)
  if (row.state === 'open') return keeps ? <a href={`/candidates/${row.code}`}>{t.candidates.decide}</a> : t.candidates.states.open
  return (
    <div className="in-text">
      {t.candidates.states[row.state]}
      {last?.work ? (
        <>
          {' '}
          <a href={`/projects/${last.work}`}>{last.work}</a>
        </>
      ) : null}
      {last?.reason ? <div className="soft small">{last.reason}</div> : null}
    </div>
  )
}
