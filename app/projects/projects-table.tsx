import type { ProjectRow } from '../../db/queries/project-list'
import type { Day } from '../../domain/calendar'
import { dueMonth, type ReportState } from '../../domain/duty'
import { formerHit } from '../../domain/former-names'
import { type ListParams, type ListSort, listQuery, orderOf, type SortKey, sortOf } from '../../domain/list-params'
import { completionOf, lightToShow } from '../../domain/list-row'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { formatWan } from '../../domain/money'
import type { ChainBasisKind, Stage } from '../../domain/project'
import { YearBar } from '../_components/bullet-bar'
import { LightMark, lightWords } from '../_components/light'
import { Unknown, Wan } from '../_components/money'
import { type Column, Table } from '../_components/table'
import { monthName } from '../_lib/locale'

/** Fifty rows a page are many elements: cells are plain texts where they can be, and small parts are called rather than mounted. */
type Props = {
  rows: readonly ProjectRow[]
  /** Works that came from an earlier period's library, with its name. */
  carried: ReadonlyMap<number, string>
  chains: Record<string, string>
  params: ListParams
  today: Day
  locale: Locale
  t: Messages
}

export function ProjectsTable(props: Props) {
  return <Table caption={props.t.projects.caption} columns={columnsOf(props)} rows={props.rows} keyOf={(row) => row.code} />
}

function columnsOf({ carried, chains, params, today, locale, t }: Props): Column<ProjectRow>[] {
  const words = t.projects
  const sort = (key: SortKey) => sortLink(params, key)
  return [
    { key: 'code', head: words.code, kind: 'code', sort: sort('code'), cell: codeOf },
    { key: 'name', head: words.name, card: 'title', sort: sort('name'), cell: (row) => nameOf(row, carried, t) },
    {
      key: 'unit',
      head: words.unit,
      cell: (row) => unitOf(row, params.q, t),
    },
    {
      key: 'chain',
      head: words.chain,
      wide: true,
      look: (row) => (row.chainId ? undefined : 'soft'),
      cell: (row) => chainOf(row, chains, t),
    },
    { key: 'stage', head: words.stage, tight: true, cell: (row) => t.labels.stages[row.stage as Stage] },
    {
      key: 'plan',
      head: words.plan,
      unit: t.common.wan,
      kind: 'figure',
      wide: true,
      cell: (row) => Wan({ yuan: row.planYuan, why: words.planNone }),
    },
    {
      key: 'approved',
      head: words.approved,
      unit: t.common.wan,
      kind: 'figure',
      sort: sort('approved'),
      cell: (row) => approvedOf(row, t),
    },
    {
      key: 'completion',
      head: (
        <>
          {words.completion}
          <small>{words.completionUnit}</small>
        </>
      ),
      label: words.completion,
      look: (row) => (hasBar(row, today) ? undefined : 'soft small'),
      cell: (row) => completionBar(row, today, t),
    },
    {
      key: 'rating',
      head: words.rating,
      tight: true,
      cell: (row) => lightOf(row, t),
    },
    {
      key: 'report',
      head: fill(words.report, { month: monthName(dueMonth(today), locale) }),
      tight: true,
      sort: sort('last-report'),
      look: (row) => `${tones[row.reportState as ReportState] ?? 'soft'} small`,
      cell: (row) => reportWords(row.reportState as ReportState, t),
    },
  ]
}

function sortLink(params: ListParams, key: SortKey): NonNullable<Column<ProjectRow>['sort']> {
  const now = orderOf(sortOf(params))
  const turned: ListSort = sortOf(params) === key ? `-${key}` : key
  const state = now.key !== key ? 'none' : now.descending ? 'descending' : 'ascending'
  return { href: `/projects${listQuery(params, { sort: turned === 'code' ? null : turned })}`, state }
}

/** The plan's code where the plan names the work, its own beyond. */
const codeOf = ({ code, sources }: ProjectRow): string => sources[0] ?? code

const nameLink = ({ code, name }: ProjectRow) => (
  <a href={`/projects/${code}`} lang="zh-CN" className="lg:inline-block lg:min-w-52">
    {name}
  </a>
)

function nameOf(row: ProjectRow, carried: ReadonlyMap<number, string>, t: Messages) {
  const from = carried.get(row.projectId)
  if (from === undefined) return nameLink(row)
  return (
    <>
      {nameLink(row)}
      <small className="soft block">{fill(t.projects.carriedFrom, { from })}</small>
    </>
  )
}

function unitOf({ ownerName, responsibleName, formerNames }: ProjectRow, q: string | undefined, t: Messages) {
  const former = formerHit(formerNames, q)
  if (ownerName !== null && former === null) return ownerName
  return (
    <>
      {ownerName ?? <span className="slow">{t.projects.noOwner}</span>}
      {ownerName === null && responsibleName ? ` / ${responsibleName}` : null}
      {former === null ? null : <small className="soft block">{fill(t.registers.formerly, { name: former })}</small>}
    </>
  )
}

function chainOf({ chainId, chainBasis }: ProjectRow, chains: Record<string, string>, t: Messages) {
  const basis = t.labels.chainBases[chainBasis as ChainBasisKind]
  if (chainId === null) return chainBasis === 'confirmed' ? t.common.none : basis
  return (
    <>
      {`${chains[chainId] ?? chainId} `}
      <small className="soft">{basis}</small>
    </>
  )
}

function approvedOf({ code, approvedYuan, approvedPartial }: ProjectRow, t: Messages) {
  if (approvedYuan === null) return Unknown({ why: t.projects.approvedNone })
  const figure = formatWan(approvedYuan)
  const opens = { className: 'opens', href: `/projects/${code}#figures` }
  return approvedPartial ? <a {...opens} title={t.projects.partial}>{`≥ ${figure}`}</a> : <a {...opens}>{figure}</a>
}

const hasBar = (row: ProjectRow, today: Day): boolean => completionOf(row, today)?.old === false

function completionBar(row: ProjectRow, today: Day, t: Messages) {
  const completion = completionOf(row, today)
  if (!completion) return t.projects.noData
  const { done, due, month, old } = completion
  return old ? fill(t.projects.asOf, { done, month }) : YearBar({ done, due, t })
}

function lightOf(row: ProjectRow, t: Messages) {
  const light = lightToShow(row.lights)
  return light && LightMark({ level: light.level, title: t.labels.lightKinds[light.kind], children: lightWords(light, t) })
}

const tones: Partial<Record<ReportState, string>> = { 'on-time': 'good', late: 'slow', returned: 'slow', due: 'slow', missing: 'late' }

const reportWords = (state: ReportState, t: Messages): string =>
  (state === 'on-time' ? `${t.labels.reportMarks[state]} ` : '') + t.labels.reportStates[state]
