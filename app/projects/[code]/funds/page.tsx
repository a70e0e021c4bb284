import type { Metadata } from 'next'
import { type FundForm, firstFundQuarter, fundForm, lastFundQuarter } from '../../../../db/queries/fund-form'
import { hasRole, isSelf } from '../../../../domain/actor'
import { readAddress } from '../../../../domain/address'
import { fundFormParams } from '../../../../domain/fund-params'
import { fill, type Messages } from '../../../../domain/messages'
import { Empty } from '../../../_components/empty'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { today } from '../../../_lib/clock'
import { words as messages } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { FundsForm } from './funds-form'
import { FundQuarterStands } from './quarter-stands'
import { TriesTable } from './tries-table'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).funds.formTitle} ${(await params).code}` }
}

export default async function ProjectFundsPage({ params, searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.funds
  const { code } = await params
  const asked = readAddress(fundFormParams, await searchParams)
  const last = lastFundQuarter(today())
  const { quarter: typed = last, revise } = asked.params
  const quarter = typed >= firstFundQuarter && typed <= last ? typed : last
  const form = reading(() => fundForm(actor, code, quarter, today()))
  const correcting = form.current !== null && (revise === '1' || form.cameBack !== null)
  const wrong = [...asked.wrong, ...(typed === quarter ? [] : ['quarter'])]
  return (
    <div className="page">
      <PageHead
        title={fill(words.formOf, { quarter })}
        lead={<span lang="zh-CN">{form.work.name}</span>}
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: code, href: `/projects/${code}` }, { text: words.formTitle }]}
      >
        <a className="button" href={`/projects/${code}`}>
          {words.back}
        </a>
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <FundQuarterStands
          form={form}
          correcting={correcting}
          mayWithdraw={form.waiting !== null && isSelf(actor, form.waiting.submittedBy)}
          mayReview={hasRole(actor, 'bureau')}
          t={t}
        />
        {form.maySubmit && !form.waiting && (!form.current || correcting) ? (
          <Panel>
            <FundsForm form={form} correcting={correcting} onBehalf={hasRole(actor, 'bureau')} today={today()} t={t} />
          </Panel>
        ) : null}
        {form.maySubmit ? null : <p className="soft">{form.work.stage === 'withdrawn' ? words.withdrawnWork : words.readOnly}</p>}
        <History form={form} t={t} />
      </div>
    </div>
  )
}

function History({ form, t }: { form: FundForm; t: Messages }) {
  const words = t.funds
  return (
    <Panel title={words.history} flush>
      {form.tries.length > 0 ? <TriesTable form={form} t={t} /> : <Empty title={words.historyNone}>{words.historyNoneHint}</Empty>}
    </Panel>
  )
}
