import type { Metadata } from 'next'
import { importRowPage, importRowsAPage, importSenders, importView, rememberedHeads } from '../../../db/queries/imports'
import { addressQuery, readAddress } from '../../../domain/address'
import { movingStates } from '../../../domain/import'
import { recalled } from '../../../domain/import-layout'
import { importParams } from '../../../domain/import-params'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { words } from '../../_lib/locale'
import { idOf } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { ImportStateMark } from '../state-mark'
import { About } from './about'
import { ColumnsForm } from './columns-form'
import { Moving } from './moving'
import { Preview } from './preview'
import { Sheets } from './sheets'
import { Steps } from './steps'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).imports.title }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const [{ actor }, t, { id: path }, typed] = await Promise.all([requireViewer(), words(), params, searchParams])
  const id = idOf(path)
  const { page = 1, outcome = null, sender = null, step } = readAddress(importParams, typed).params
  const imp = reading(() => importView(actor, id))
  const mapping = ['uploaded', 'reading'].includes(imp.state) || (imp.state === 'staged' && step === 'columns')
  const moving = movingStates.some((state) => state === imp.state)
  const senders = mapping ? importSenders(actor) : []
  const from = sender ?? imp.sender
  const columns = mapping && from !== null ? recalled(imp.layout.columns, rememberedHeads(actor, from)) : imp.layout.columns
  const { rows, total } = mapping || moving ? { rows: [], total: 0 } : importRowPage(actor, id, { outcome, page })
  const to = (change: Record<string, string | number | null>) => `/imports/${id}${addressQuery({ outcome, ...change })}`
  return (
    <div className="page page-wide">
      <PageHead
        title={<span lang="zh-CN">{imp.fileName}</span>}
        lead={<ImportStateMark state={imp.state} t={t} />}
        crumbs={[{ text: t.imports.title, href: '/imports' }, { text: `${t.imports.number} ${id}` }]}
      >
        <a className="button" href={`/imports/${id}/file`} download>
          {t.imports.original}
        </a>
      </PageHead>
      <div className="stack">
        <About imp={imp} t={t} />
        {mapping ? <Sheets imp={imp} senders={senders} t={t} /> : null}
        {mapping ? <ColumnsForm key={from} imp={imp} columns={columns} sender={sender} senders={senders} t={t} /> : null}
        {moving ? <Moving imp={imp} t={t} /> : null}
        {mapping || moving ? null : <Steps imp={imp} t={t} />}
        {mapping || moving ? null : <Preview imp={imp} rows={rows} outcome={outcome} to={(name) => to({ outcome: name })} t={t} />}
      </div>
      {total > 0 ? (
        <PagerOf
          page={page}
          size={importRowsAPage}
          shown={rows.length}
          total={total}
          to={(at) => to({ page: at === 1 ? null : at })}
          t={t}
        />
      ) : null}
    </div>
  )
}
