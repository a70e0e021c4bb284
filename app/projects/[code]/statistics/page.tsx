import type { Metadata } from 'next'
import { type StatisticsForm, statisticsForm } from '../../../../db/queries/statistics-investment-form'
import { isSelf, type UserActor } from '../../../../domain/actor'
import { fill, type Locale, type Messages } from '../../../../domain/messages'
import { Empty } from '../../../_components/empty'
import { LightMark } from '../../../_components/light'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { today } from '../../../_lib/clock'
import { words as messages, reader } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { registrationWords } from '../registration-words'
import { FigureForm } from './figure-form'
import { FiguresTable } from './figures-table'
import { RegistrationForm } from './registration-form'
import { StatesTable } from './states-table'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).funds.toStatistics} ${(await params).code}` }
}

/** One work in the eyes of statistics: their figures beside the approved reports, and 入库纳统 with its clock. */
export default async function ProjectStatisticsPage({ params }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const words = t.funds
  const { code } = await params
  const form = reading(() => statisticsForm(actor, code, today()))
  return (
    <div className="page">
      <PageHead
        title={words.statisticsTitle}
        lead={<span lang="zh-CN">{form.work.name}</span>}
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: code, href: `/projects/${code}` }, { text: words.toStatistics }]}
      >
        <a className="button" href={`/projects/${code}`}>
          {words.back}
        </a>
      </PageHead>
      <div className="stack">
        <Figures form={form} actor={actor} locale={locale} t={t} />
        <Registration form={form} t={t} />
      </div>
    </div>
  )
}

function Figures({ form, actor, locale, t }: { form: StatisticsForm; actor: UserActor; locale: Locale; t: Messages }) {
  const words = t.funds
  const own = form.figures.filter((row) => row.status === 'submitted' && isSelf(actor, row.submittedBy)).map(({ id }) => id)
  return (
    <>
      {form.mayEnter ? (
        <Panel title={words.enterTitle} note={words.statisticsFormTitle}>
          <FigureForm key={form.figures.length} code={form.work.code} t={t} />
        </Panel>
      ) : null}
      <Panel title={words.figures} flush>
        {form.figures.length > 0 ? (
          <FiguresTable form={form} own={own} locale={locale} t={t} />
        ) : (
          <Empty title={words.figuresNone}>{words.figuresNoneHint}</Empty>
        )}
      </Panel>
    </>
  )
}

function Registration({ form, t }: { form: StatisticsForm; t: Messages }) {
  const words = t.funds
  return (
    <>
      <Panel title={words.registration} note={registrationWords(form.registration, t)}>
        {form.clock ? (
          <p className="mb-4">
            <LightMark level="none" bare>
              {fill(words.clock, form.clock)}
            </LightMark>
          </p>
        ) : null}
        {form.mayEnter ? <RegistrationForm key={form.states.length} form={form} today={today()} t={t} /> : null}
      </Panel>
      <Panel title={words.stateHistory} flush>
        {form.states.length > 0 ? <StatesTable form={form} t={t} /> : <Empty title={words.stateHistoryNone} />}
      </Panel>
    </>
  )
}
