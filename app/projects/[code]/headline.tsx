import type { Source } from '../../../db/queries/project'
import { dueMonth } from '../../../domain/duty'
import { fill, type Messages } from '../../../domain/messages'
import { canEditLibrary, canEnterOnBehalf, canSubmitFactSheet, isOwn } from '../../../domain/policy'
import { ChainWord, StageWord } from '../../_components/badge'
import { lightSentence, RatedLight } from '../../_components/light'
import { PageHead } from '../../_components/page-head'
import { RatingMark } from '../../_components/seen-marks'
import { monthName } from '../../_lib/locale'
import type { ProjectPageProps } from './view'

/** Where the work stands in the plan, what it is, its lights, and what this reader may do with it. */
export function ProjectHeadline(view: ProjectPageProps) {
  const { head, t } = view
  const { work, row, sources, chain } = head
  const owner = row.ownerName ?? row.responsibleName
  return (
    <>
      <PageHead title={<span lang="zh-CN">{work.name}</span>} crumbs={crumbs(sources[0], work.code, t)} lead={lead()}>
        <Actions {...view} />
      </PageHead>
      <Ratings {...view} />
    </>
  )

  function lead() {
    return (
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{[work.code, ...sources.map(({ item }) => item.code)].join(' · ')}</span>
        {owner ? <span lang="zh-CN">{owner}</span> : <span className="slow">{t.project.noOwner}</span>}
        <span>{chain.basis === 'unknown' ? t.projects.unconfirmed : <ChainWord name={chain.name} basis={chain.basis} t={t} />}</span>
        <span className={work.stage === 'unknown' ? undefined : 'text-ink'}>
          {work.stage === 'unknown' ? t.lights['stage-unknown'] : <StageWord stage={work.stage} t={t} />}
        </span>
      </span>
    )
  }
}

function crumbs(source: Source | undefined, code: string, t: Messages) {
  const all = { text: t.nav.projects, href: '/projects' }
  if (!source) return [all, { text: code }]
  const number = Number(source.item.code.split('#')[1])
  return [
    all,
    { text: `${fill(t.common.box, { id: source.boxId })} ${source.boxTitle}`, href: `/projects?box=${source.boxId}` },
    { text: fill(t.project.itemNumber, { number }), href: `/plan/boxes/${source.boxId}` },
  ]
}

function Actions({ actor, head: { work }, today, locale, t }: ProjectPageProps) {
  const month = dueMonth(today)
  const own = isOwn(actor, work)
  const reports = (own || canEnterOnBehalf(actor)) && work.stage !== 'withdrawn'
  const at = `/projects/${work.code}`
  const words = { month: monthName(month, locale) }
  return (
    <>
      {canSubmitFactSheet(actor, work) ? (
        <>
          <a className="button" href={`${at}/fact-sheet`}>
            {t.project.factSheet}
          </a>
          <a className="button" href={`${at}/annual-plan`}>
            {t.project.annualPlan}
          </a>
          <a className="button" href={`${at}/milestones`}>
            {t.project.changeBaseline}
          </a>
        </>
      ) : null}
      {canEditLibrary(actor) ? (
        <a className="button" href={`${at}/edit`}>
          {t.project.edit}
        </a>
      ) : null}
      {reports ? (
        <a className="button button-main max-[899px]:-order-1 max-[899px]:basis-full" href={`${at}/update?period=${month}`}>
          {fill(own ? t.project.report : t.project.onBehalf, words)}
        </a>
      ) : null}
    </>
  )
}

/** The lights, each on its own, beside them the supervisors' rating; and in full sentences what lit them. */
function Ratings({ head: { row }, ratings, t }: ProjectPageProps) {
  const inForce = ratings.find(({ current }) => current)
  return (
    <details className="-mt-3 mb-4">
      <summary className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
        {row.lights.map((light) => (
          <RatedLight key={light.kind} light={light} t={t} />
        ))}
        {inForce ? (
          <>
            <span className="soft small">{t.project.siteRating}</span>
            <RatingMark level={inForce.level} t={t} />
          </>
        ) : null}
        <span className="opens soft small no-print">{t.project.ratingWhy}</span>
      </summary>
      <ul className="small mt-2">
        {row.lights.map((light) => (
          <li key={light.kind}>
            {t.labels.lightKinds[light.kind]} · {lightSentence(light, t)}
          </li>
        ))}
        {inForce ? (
          <li>
            <a href={`/ratings/${inForce.id}`}>{t.project.siteRating}</a> · <span lang="zh-CN">{inForce.reason}</span>
          </li>
        ) : null}
        <li className="soft">{fill(t.project.ratingRules, { version: row.ruleVersion, day: row.ratedOn })}</li>
      </ul>
    </details>
  )
}
