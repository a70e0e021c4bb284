import type { TownRow } from '../../db/queries/towns'
import { lightLevels } from '../../domain/light'
import { fill, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import { isLowerBound } from '../../domain/rollup'

/** Works without a town have no address of their own in the list. */
export const townHref = ({ town }: TownRow): string | null => (town === null ? null : `/projects?town=${encodeURIComponent(town)}`)

export const townName = ({ town }: TownRow, { outlook }: Messages): string => town ?? outlook.townsUnset

export const worksWords = ({ rollup: { works } }: TownRow, { outlook }: Messages): string =>
  works === 0 ? outlook.townNone : fill(outlook.townWorks, { count: works })

export function moneyWords({ rollup: { approved } }: TownRow, { outlook }: Messages): string {
  if (approved.yuan === null) return outlook.townMoneyNone
  return fill(outlook.townMoney, { figure: `${isLowerBound(approved) ? '≥ ' : ''}${formatYi(approved.yuan)}` })
}

export const coverageWords = ({ rollup: { approved, works } }: TownRow, { outlook }: Messages): string =>
  fill(outlook.townCoverage, { known: approved.known, all: works })

export const lightsWords = ({ rollup: { lights } }: TownRow, { labels }: Messages): string =>
  lightLevels.map((level) => `${labels.lightLevels[level]} ${lights[level]}`).join(', ')

export const stagesWords = ({ rollup: { byStage } }: TownRow, { labels, common }: Messages): string =>
  Object.entries(byStage)
    .filter(([, works]) => works > 0)
    .map(([stage, works]) => `${(labels.stages as Record<string, string>)[stage]} ${works}`)
    .join(common.colon === '：' ? '，' : ', ')

export function townWords(row: TownRow, t: Messages): string {
  const parts = { town: townName(row, t), works: worksWords(row, t), lights: lightsWords(row, t) }
  return fill(t.outlook.townTold, { ...parts, money: moneyWords(row, t), coverage: coverageWords(row, t) })
}
