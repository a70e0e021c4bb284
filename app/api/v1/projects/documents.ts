import type { FigureSources } from '../../../../db/queries/figure-sources'
import type { ProjectRow } from '../../../../db/queries/project-list'
import type { FigureSource, MoneyFigure } from '../../../../domain/api/figure'
import type { ProjectDocument, ProjectListDocument } from '../../../../domain/api/projects'
import { lightToShow } from '../../../../domain/list-row'
import type { Messages } from '../../../../domain/messages'
import { formatWan } from '../../../../domain/money'
import { lightSentence } from '../../../_components/light'

type RowDocument = Omit<ProjectListDocument['items'][number], 'carriedFrom'>
type Light = RowDocument['light']

export const money = (yuan: number | null, source: FigureSource | null, text = formatWan(yuan)): MoneyFigure => ({
  yuan,
  text: yuan === null ? '—' : text,
  source: yuan === null ? null : source,
})

export const wanText = (yuan: number | null, t: Messages, partial = false): string =>
  `${partial ? '≥ ' : ''}${formatWan(yuan)} ${t.common.wan}`

/** `3-1#05 L723` */
export const clauseSource = (code: string, line: number): FigureSource => ({ kind: 'clause', ref: `${code} L${line}` })
export const sourced = (kind: FigureSource['kind'], ref: string | number | null): FigureSource | null =>
  ref === null ? null : { kind, ref: String(ref) }

/** A row of the list with the source of each figure. */
export function rowDocument(row: ProjectRow, sources: FigureSources | undefined, t: Messages): RowDocument {
  const of = sources ?? { clause: null, updateId: null, sheet: null, plan: null }
  // Columns are text in the table; the commands write nothing but these codes.
  const codes = row as unknown as Pick<RowDocument, 'sector' | 'category' | 'stage'> & {
    chainId: RowDocument['chain']['id']
    chainBasis: RowDocument['chain']['basis']
    reportState: RowDocument['report']['state']
  }
  const { code, name, town, boxId, ownerName, responsibleName } = row
  return {
    code,
    name,
    sources: row.sources,
    box: boxId,
    class: row.class,
    sector: codes.sector,
    chain: { id: codes.chainId, basis: codes.chainBasis },
    town,
    category: codes.category,
    stage: codes.stage,
    owner: ownerName,
    responsible: responsibleName,
    planInvestment: planMoney(row, of),
    totalInvestment: money(row.totalYuan, sourced('document', of.sheet), wanText(row.totalYuan, t)),
    approvedInvestment: money(row.approvedYuan, approvedSource(of), wanText(row.approvedYuan, t, row.approvedPartial)),
    annualPlan: money(row.annualPlanYuan, sourced('document', of.plan), wanText(row.annualPlanYuan, t)),
    light: shownLight(row, t),
    report: { state: codes.reportState, month: row.reportMonth },
  }
}

/** A sum that no update names is the fact sheet's opening balance. */
const approvedSource = ({ updateId, sheet }: FigureSources): FigureSource | null =>
  sourced('update', updateId) ?? sourced('document', sheet)

/** In the plan's own words. */
const planMoney = ({ planYuan }: ProjectRow, { clause }: FigureSources): MoneyFigure =>
  money(planYuan, clause && clauseSource(clause.item, clause.line), clause?.text)

function shownLight(row: ProjectRow, t: Messages): Light {
  const light = lightToShow(row.lights)
  return light ? { level: light.level, reason: lightSentence(light, t) } : { level: 'none', reason: t.labels.lightLevels.none }
}

export const lightDocuments = (row: ProjectRow, t: Messages): ProjectDocument['lights'] =>
  row.lights.map((light) => ({ kind: light.kind, level: light.level, reason: lightSentence(light, t) }))
