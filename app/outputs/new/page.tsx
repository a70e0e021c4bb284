import type { Metadata } from 'next'
import { lastQuarter, outputForm, outputTies, type Tie } from '../../../db/queries/output-form'
import { planChains } from '../../../db/queries/plan'
import { hasRole } from '../../../domain/actor'
import { isQuarter, type Quarter } from '../../../domain/calendar'
import type { Messages } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { FormTop } from '../../_components/form-top'
import { Notice } from '../../_components/notice'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words } from '../../_lib/locale'
import { asked, askedNumber, type Query } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { OutputForm } from './output-form'
import { QuarterStands } from './quarter-stands'

type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).output.title }
}

export default async function NewOutputPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await words()
  const query = await searchParams
  const ties = reading(() => outputTies(actor))
  const typed = asked(query, 'quarter', 10)
  const quarter = typed !== null && isQuarter(typed) && typed >= '2021Q1' && typed <= lastQuarter(today()) ? typed : lastQuarter(today())
  const tie = chosen(ties, askedNumber(query, 'organisation', 0), asked(query, 'chain', 20))
  const form = tie ? outputForm(actor, tie, quarter, today()) : null
  const correcting = asked(query, 'revise') === '1'
  const open = form?.tries.some((row) => row.status === 'submitted')
  const approved = form?.tries.some((row) => row.current) ?? false
  return (
    <div className="page page-narrow">
      {typed !== null && typed !== quarter ? <Notice tone="slow">{t.output.wrongQuarter}</Notice> : null}
      {form ? <QuarterStands form={form} correcting={correcting} t={t} /> : <Ties ties={ties} quarter={quarter} t={t} />}
      {form && !open && (!approved || correcting) ? (
        <OutputForm form={form} onBehalf={hasRole(actor, 'bureau')} correcting={approved} today={today()} t={t} />
      ) : null}
    </div>
  )
}

/** The one named in the address, or the only one there is. */
function chosen(ties: readonly Tie[], organisationId: number, chain: string | null): Tie | null {
  const named = ties.filter(
    (tie) => (organisationId === 0 || tie.organisationId === organisationId) && (chain === null || tie.chainId === chain),
  )
  return named.length === 1 ? (named[0] ?? null) : null
}

function Ties({ ties, quarter, t }: { ties: readonly Tie[]; quarter: Quarter; t: Messages }) {
  const chains = new Map(planChains().map(({ id, name }) => [id, name]))
  return (
    <>
      <FormTop back="/" backText={t.common.back} title={t.output.title} />
      {ties.length === 0 ? <Empty title={t.output.noTies}>{t.output.noTiesHint}</Empty> : null}
      {ties.length > 0 ? (
        <Panel title={t.output.choose} note={quarter} flush>
          <ul className="choices">
            {ties.map(({ organisationId, organisation, chainId }) => (
              <li key={`${organisationId} ${chainId}`}>
                <a href={`/outputs/new?organisation=${organisationId}&chain=${chainId}&quarter=${quarter}`}>
                  <strong lang="zh-CN">{organisation}</strong>
                  <span className="soft small" lang="zh-CN">
                    {chains.get(chainId)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  )
}
