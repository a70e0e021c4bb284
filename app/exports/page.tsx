import type { Metadata } from 'next'
import { exportTemplateList } from '../../db/queries/export-templates'
import { readAddress } from '../../domain/address'
import { yearOf } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { exportsParams } from '../../domain/export-template'
import { listQuery } from '../../domain/list-params'
import { fill, type Messages } from '../../domain/messages'
import { canKeepTemplates } from '../../domain/policy'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { type ExportedList, exportedLists } from './lists'
import { TemplateForm } from './template-form'
import { TemplatesTable } from './templates-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).exports.title }
}

/** Everything that leaves as a file, and the column sets that are re-keyed upward. */
export default async function ExportsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.exports
  const { params, wrong } = readAddress(exportsParams, await searchParams)
  const { edit, ...filter } = params
  const query = listQuery(filter, { sort: null, limit: null })
  const templates = reading(() => exportTemplateList(actor))
  const lists = exportedLists.filter(({ may }) => may(actor))
  const year = yearOf(dueMonth(today()))
  const keeps = canKeepTemplates(actor)
  const edited = templates.find(({ code }) => code === edit) ?? null
  return (
    <div className="page">
      <PageHead title={words.title} lead={words.lead} />
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <Panel title={words.listsTitle} note={words.listsNote} flush>
          <Table caption={words.listsTitle} columns={columns(t)} rows={lists} keyOf={({ path }) => path} />
        </Panel>
        <Panel id="templates" title={words.templatesTitle} note={query === '' ? words.templatesNote : words.templatesFiltered} flush>
          <TemplatesTable rows={templates} query={query} year={year} keeps={keeps} t={t} />
        </Panel>
        {keeps ? (
          <Panel id="edit" title={edited ? `${words.change} ${edited.name}` : words.add}>
            <TemplateForm key={edited?.code ?? ''} template={edited} year={year} t={t} />
          </Panel>
        ) : null}
      </div>
    </div>
  )
}

function columns(t: Messages): Column<ExportedList>[] {
  const words = t.exports
  return [
    { key: 'name', head: words.list, card: 'title', cell: ({ name, path }) => <a href={path}>{words.lists[name].name}</a> },
    { key: 'holds', head: words.holds, card: 'full', cell: ({ name }) => words.lists[name].holds },
    {
      key: 'file',
      head: words.file,
      card: 'full',
      cell: ({ name, path }) => <ExportLinks path={path} title={words.lists[name].name} t={t} />,
    },
  ]
}
