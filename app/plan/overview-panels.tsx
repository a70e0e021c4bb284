import type { LoadedPlan } from '../../db/queries/plan'
import { fill, type Messages } from '../../domain/messages'
import { type ChapterTenEntry, type Contradiction, contradictionKinds, type PlaceKind, type PlanPlace } from '../../domain/plan'
import { worksOf } from '../../domain/plan-totals'
import { Chip, Chips } from '../_components/chip'
import { Panel } from '../_components/panel'

export function BoxCounts({ plan, t }: { plan: LoadedPlan; t: Messages }) {
  const items = plan.boxes.flatMap((box) => box.items)
  return <>{fill(t.plan.boxesNote, { items: items.length, works: worksOf(items).length, projects: plan.projects.length })}</>
}

export function RegisterPanel({ register, t }: { register: readonly Contradiction[]; t: Messages }) {
  const serious = register.filter(({ severity }) => severity === 'serious')
  const counted = (kind: Contradiction['kind']) => register.filter((entry) => entry.kind === kind).length
  return (
    <Panel id="register" title={t.plan.register} aside={<a href="/plan/register">{t.plan.see} ›</a>}>
      <p>{fill(t.plan.registerLead, { all: register.length, serious: serious.length })}</p>
      <div className="mt-3">
        <Chips>
          <Chip href="/plan/register?severity=serious" count={serious.length} t={t}>
            {t.labels.severities.serious}
          </Chip>
          {contradictionKinds.map((kind) => (
            <Chip key={kind} href={`/plan/register?kind=${kind}`} count={counted(kind)} t={t}>
              {t.labels.contradictionKinds[kind]}
            </Chip>
          ))}
        </Chips>
      </div>
    </Panel>
  )
}

export function IndicatorsPanel({ plan, t }: { plan: LoadedPlan; t: Messages }) {
  return (
    <Panel id="indicators" title={t.plan.indicators} aside={<a href="/plan/indicators">{t.plan.see} ›</a>}>
      <ul className="grid gap-2">
        <li>
          <a href="/plan/indicators">{t.plan.indicatorsCaption}</a>
          <p className="soft small">{t.plan.indicatorsLead}</p>
        </li>
        <li>
          <a href="/plan/indicators#past">{t.plan.pastCaption}</a>
        </li>
        <li>
          <a href="/plan/targets">{t.plan.targetsCaption}</a>
          <p className="soft small">{fill(t.plan.targetsLead, { count: plan.targets.length })}</p>
        </li>
      </ul>
    </Panel>
  )
}

export function ChapterTenPanel({ entries, t }: { entries: readonly ChapterTenEntry[]; t: Messages }) {
  const groups = [...new Set(entries.map(({ group }) => group))]
  return (
    <Panel id="chapter-10" title={t.plan.chapterTen} aside={<a href="/plan/chapter-10">{t.plan.see} ›</a>}>
      <p>{t.plan.chapterTenLead}</p>
      <div className="mt-3">
        <Chips>
          {groups.map((group) => (
            <Chip key={group} href={`/plan/chapter-10#${group}`} count={entries.filter((entry) => entry.group === group).length} t={t}>
              {t.labels.chapterTenGroups[group]}
            </Chip>
          ))}
        </Chips>
      </div>
    </Panel>
  )
}

const placeKinds: readonly PlaceKind[] = ['town', 'park', 'core', 'sub-centre', 'reservoir']

export function PlacesPanel({ places, t }: { places: readonly PlanPlace[]; t: Messages }) {
  const named = (kind: PlaceKind) => places.filter((place) => place.kind === kind).map(({ name }) => name)
  return (
    <Panel id="places" title={t.plan.places} aside={<a href="/plan/places">{t.plan.see} ›</a>}>
      <dl className="grid gap-2">
        {placeKinds.map((kind) => (
          <div key={kind}>
            <dt className="soft small">
              {t.labels.placeKinds[kind]} {named(kind).length}
            </dt>
            <dd lang="zh-CN">{named(kind).join('、')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
