import type { Metadata } from 'next'
import { bulletinList, roundsToReport } from '../../db/queries/bulletins'
import { hasRole } from '../../domain/actor'
import type { Messages } from '../../domain/messages'
import { canDraftBulletin, canReadBulletin } from '../../domain/policy'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { draft } from './actions'
import { BulletinsTable } from './bulletins-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).bulletins.title }
}

export default async function BulletinsPage() {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.bulletins
  const rows = reading(() => bulletinList(actor))
  const own = hasRole(actor, 'owner')
  return (
    <div className="page">
      <PageHead title={words.title} lead={own ? words.ownLead : words.lead}>
        <ExportLinks path="/bulletins" title={words.title} t={t} />
        {canReadBulletin(actor, { issued: true }) ? (
          <a className="button" href="/bulletins/compare">
            {words.compare}
          </a>
        ) : null}
      </PageHead>
      <div className="stack">
        {canDraftBulletin(actor) ? <ToReport rounds={roundsToReport(actor)} t={t} /> : null}
        <section className="panel">
          {rows.length > 0 ? (
            <BulletinsTable rows={rows} t={t} />
          ) : (
            <Empty title={own ? words.ownNone : words.none}>{own ? null : words.noneHint}</Empty>
          )}
        </section>
      </div>
    </div>
  )
}

type Props = { rounds: { id: number; title: string; quarter: string }[]; t: Messages }

/** One press drafts it from the facts as they stand. */
function ToReport({ rounds, t }: Props) {
  if (rounds.length === 0) return null
  return (
    <Panel title={t.bulletins.toReport}>
      <p className="soft mb-4">{t.bulletins.toReportLead}</p>
      <div className="stack">
        {rounds.map(({ id, title, quarter }) => (
          <ActionForm key={id} action={draft} className="form bulletin-round" aria-label={title}>
            <Hidden name="roundId" value={id} />
            <span>
              <span lang="zh-CN">{title}</span> <span className="soft">{quarter}</span>
            </span>
            <div>
              <Submit>{t.bulletins.draft}</Submit>
            </div>
          </ActionForm>
        ))}
      </div>
    </Panel>
  )
}
