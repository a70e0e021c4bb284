import type { Metadata } from 'next'
import { factSheetForm } from '../../../../db/queries/fact-sheet-form'
import { organisationChoices } from '../../../../db/queries/organisations'
import { hasRole } from '../../../../domain/actor'
import { fill, type Messages } from '../../../../domain/messages'
import { canWithdraw } from '../../../../domain/policy'
import { ActionForm, Hidden, Submit } from '../../../_components/form'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { today } from '../../../_lib/clock'
import { minuteWords } from '../../../_lib/instant'
import { words as messages } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { withdrawSheet } from './actions'
import { Revisions } from './revisions'
import { SheetForm } from './sheet-form'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).facts.sheetTitle} ${(await params).code}` }
}

export default async function FactSheetPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.facts
  const { code } = await params
  const form = reading(() => factSheetForm(actor, code))
  const { work, current, waiting } = form
  const at = `/projects/${code}`
  return (
    <div className="page page-form">
      <PageHead
        title={words.sheetTitle}
        lead={
          <>
            <span lang="zh-CN">{work.name}</span> · {current ? fill(words.sheetInForce, { revision: current.revision }) : words.sheetFirst}
          </>
        }
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: code, href: at }, { text: words.sheetTitle }]}
      >
        <a className="button" href={at}>
          {words.back}
        </a>
      </PageHead>
      <datalist id="units">
        {organisationChoices(actor).map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <div className="stack">
        {waiting ? (
          <Waits id={waiting.id} revision={waiting.revision} at={waiting.submittedAt} mayWithdraw={canWithdraw(actor, waiting)} t={t} />
        ) : (
          <Panel>
            <p className="soft mb-4">{words.sheetLead}</p>
            <SheetForm key={form.sheets.length} form={form} isBureau={hasRole(actor, 'bureau')} today={today()} t={t} />
          </Panel>
        )}
        {form.sheets.length > 0 ? (
          <Panel title={words.revisions} flush>
            <Revisions form={form} t={t} />
          </Panel>
        ) : null}
      </div>
    </div>
  )
}

type WaitsProps = { id: number; revision: number; at: string; mayWithdraw: boolean; t: Messages }

function Waits({ id, revision, at, mayWithdraw, t }: WaitsProps) {
  return (
    <ActionForm action={withdrawSheet}>
      <Notice>{fill(t.facts.sheetWaits, { revision, at: minuteWords(at) })}</Notice>
      <Hidden name="id" value={id} />
      {mayWithdraw ? (
        <div>
          <Submit look="plain">{t.facts.withdraw}</Submit>
        </div>
      ) : null}
    </ActionForm>
  )
}
