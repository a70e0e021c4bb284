import type { Metadata } from 'next'
import { type ImportLine, importList, importsAPage } from '../../db/queries/imports'
import { addressQuery, readAddress } from '../../domain/address'
import { importListParams } from '../../domain/import-params'
import { fill, type Messages } from '../../domain/messages'
import { Empty } from '../_components/empty'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { minuteWords } from '../_lib/instant'
import { words } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { ImportStateMark } from './state-mark'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).imports.title }
}

export default async function ImportsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await words()
  const { page = 1 } = readAddress(importListParams, await searchParams).params
  const { rows, total } = reading(() => importList(actor, page))
  return (
    <div className="page">
      <PageHead title={t.imports.title} lead={t.imports.lead}>
        <a className="button button-main" href="/imports/new">
          {t.imports.fresh}
        </a>
      </PageHead>
      <Panel flush>
        {rows.length > 0 ? (
          <Table caption={t.imports.title} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
        ) : (
          <Empty title={t.imports.none}>{t.imports.noneHint}</Empty>
        )}
      </Panel>
      <PagerOf
        page={page}
        size={importsAPage}
        shown={rows.length}
        total={total}
        to={(to) => `/imports${addressQuery({ page: to === 1 ? null : to })}`}
        t={t}
      />
    </div>
  )
}

function columns(t: Messages): Column<ImportLine>[] {
  const say = t.imports
  return [
    { key: 'id', head: say.number, kind: 'code', card: 'top', cell: ({ id }) => id },
    { key: 'state', head: say.state, card: 'top', cell: ({ state }) => <ImportStateMark state={state} t={t} /> },
    {
      key: 'file',
      head: say.fileName,
      card: 'title',
      cell: ({ id, fileName, layout }) => (
        <a href={`/imports/${id}`} lang="zh-CN">
          {fileName} · {layout.sheet}
        </a>
      ),
    },
    { key: 'sender', head: say.sender, cell: ({ sender }) => (sender ? <span lang="zh-CN">{sender}</span> : '—') },
    { key: 'purpose', head: say.purpose, cell: (row) => purposeWords(row, t) },
    { key: 'rows', head: say.rows, kind: 'figure', cell: ({ rows, state }) => (state === 'uploaded' ? '—' : rows) },
    { key: 'who', head: say.who, cell: ({ by }) => (by ? fill(t.project.someone, by) : '—') },
    { key: 'when', head: say.when, tight: true, cell: ({ createdAt }) => minuteWords(createdAt) },
  ]
}

function purposeWords({ purpose, period, year }: ImportLine, t: Messages): string {
  if (purpose === null) return '—'
  const of = purpose === 'reports' ? period : purpose === 'facts' ? year : null
  return of === null ? t.imports.purposes[purpose] : `${t.imports.purposes[purpose]} · ${of}`
}
