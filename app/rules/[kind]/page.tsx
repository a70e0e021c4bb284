import type { Metadata } from 'next'
import { type RuleView, ruleView } from '../../../db/queries/rule-desk'
import { tryRules } from '../../../db/queries/rule-trial'
import { addressQuery } from '../../../domain/address'
import type { Day } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { triedKinds } from '../../../domain/rules'
import { ruleChanges, ruleTexts } from '../../../domain/rules-fields'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { DocumentWords } from '../document-words'
import { ChangesTable } from './changes-table'
import { RuleFields } from './rule-fields'
import { RuleInForce } from './rule-in-force'
import { SubmitForm } from './submit-form'
import { TrialPanel } from './trial-panel'
import { readTried, type Tried } from './tried'
import { TryForm } from './try-form'
import { VersionsPanel } from './versions-panel'
import { WaitingPanel } from './waiting-panel'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await requireViewer()
  const { kind } = await params
  const t = await messages()
  return { title: `${t.rules.title} · ${t.rules.kinds[reading(() => ruleView(actor, kind, today())).kind]}` }
}

export default async function RulePage({ params, searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const { kind } = await params
  const day = today()
  const view = reading(() => ruleView(actor, kind, day))
  const tried = readTried(view.kind, view.inForce.body, view.mayDraft ? await searchParams : {}, t)
  const isTried = tried.body !== null && triedKinds.includes(view.kind)
  const trial = isTried ? await reading(() => tryRules(actor, view.kind, tried.body, day)) : null
  const changes = tried.body === null ? [] : ruleChanges(view.kind, view.inForce.body, tried.body)
  return (
    <div className="page">
      <RuleHead view={view} t={t} />
      {tried.unknown.length > 0 ? (
        <Notice tone="slow">{fill(t.rules.wrong, { names: tried.unknown.join(', ').slice(0, 80) })}</Notice>
      ) : null}
      <div className="stack">
        {view.waiting ? <WaitingPanel kind={view.kind} waiting={view.waiting} tryHref={waitingHref(view, day)} t={t} /> : null}
        {tried.body !== null ? (
          <Panel title={t.rules.changes} flush={changes.length > 0}>
            {changes.length > 0 ? <ChangesTable kind={view.kind} changes={changes} t={t} /> : <p>{t.rules.same}</p>}
          </Panel>
        ) : null}
        {trial ? <TrialPanel trial={trial} today={day} t={t} /> : null}
        {tried.body !== null && !trial ? <Notice>{t.rules.trialNotWorks}</Notice> : null}
        {tried.typed && tried.body !== null && !view.waiting ? <SubmitForm view={view} typed={tried.typed} today={day} t={t} /> : null}
        {view.mayDraft ? <TryPanel view={view} tried={tried} day={day} t={t} /> : <RuleInForce view={view} t={t} />}
        <VersionsPanel view={view} t={t} />
      </div>
    </div>
  )
}

function RuleHead({ view: { kind, inForce, upcoming }, t }: { view: RuleView; t: Messages }) {
  const words = t.rules
  const crumbs = [{ text: words.title, href: '/rules' }, { text: words.kinds[kind] }]
  const lead = (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {words.inForce} · {fill(words.version, { version: inForce.version })} · {fill(words.since, { day: inForce.effectiveFrom })}
      </span>
      <DocumentWords document={inForce.document} t={t} />
      {upcoming ? (
        <span className="slow">
          {fill(words.version, { version: upcoming.version })} · {fill(words.upcoming, { day: upcoming.effectiveFrom })}
        </span>
      ) : null}
    </span>
  )
  return <PageHead title={`${words.title} · ${words.kinds[kind]}`} crumbs={crumbs} lead={lead} />
}

type TryProps = { view: RuleView; tried: Tried; day: Day; t: Messages }

function TryPanel({ view: { kind, inForce }, tried, day, t }: TryProps) {
  const words = t.rules
  return (
    <Panel title={words.formTitle} note={words.formNote}>
      <TryForm action={`/rules/${kind}`} label={words.formTitle} wrong={words.fix} fields={tried.wrong}>
        <RuleFields kind={kind} texts={tried.typed ?? ruleTexts(kind, inForce.body, day)} t={t} />
        <div className="form-end">
          <button type="submit" className={tried.body === null ? 'button button-main' : 'button'}>
            {words.try}
          </button>
          {tried.typed ? (
            <a className="button button-plain" href={`/rules/${kind}`}>
              {words.restore}
            </a>
          ) : null}
        </div>
      </TryForm>
    </Panel>
  )
}

/** The numbers that wait, tried before one decides; holidays are a list, not numbers, and are read above. */
function waitingHref({ kind, waiting, mayDraft }: RuleView, day: Day): string | null {
  if (!waiting || !mayDraft || !triedKinds.includes(kind) || kind === 'holidays') return null
  return `/rules/${kind}${addressQuery(ruleTexts(kind, waiting.body, day))}`
}
