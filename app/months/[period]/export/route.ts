import { figuresOf, lockedWorks, lockRowsAPage } from '../../../../db/queries/lock-figures'
import { lockView } from '../../../../db/queries/locks'
import { planChains } from '../../../../db/queries/plan'
import type { UserActor } from '../../../../domain/actor'
import { found } from '../../../../domain/errors'
import { fill } from '../../../../domain/messages'
import { lockFile } from '../../../../domain/months-params'
import { type Asked, sheetGet } from '../../../_lib/sheet-file'
import { named, told } from '../../../_lib/sheet-filter'
import { byPage } from '../../../_lib/sheet-steps'
import { tableGet } from '../../../_lib/sheet-tables'
import { figureColumns, figureRows, workColumns } from './columns'

/** A locked period as it was when it was locked: work by work, or its sums by group. */
export const GET = tableGet('table', 'works', {
  works: sheetGet(lockFile, ({ actor }, { revision, light }, asked) => {
    const { lock, ...head } = lockOf(actor, revision, asked)
    const { t } = asked
    const works = lockedWorks(actor, lock.id, { light })
    return {
      ...head,
      filter: [...head.filter, ...told(t.exports.sheets.light, named(t.labels.lightLevels, light), t)],
      lines: [fill(t.exports.works, { works: works.total }), t.exports.partialNote],
      columns: workColumns(t),
      rows: byPage(lockRowsAPage, (page) => lockedWorks(actor, lock.id, { light, page }).rows),
    }
  }),
  figures: sheetGet(lockFile, ({ actor }, { revision }, asked) => {
    const { lock, ...head } = lockOf(actor, revision, asked)
    const { t } = asked
    return {
      ...{ ...head, title: `${head.title} ${t.months.figures}`, lines: [t.exports.partialNote] },
      columns: figureColumns(planChains(), t),
      rows: figureRows(figuresOf(lock)),
    }
  }),
})

function lockOf(actor: UserActor, revision: number | undefined, { day, t, path }: Asked) {
  const view = lockView(actor, path.period ?? '', day, revision ?? null)
  const lock = found(view.shown ?? (view.open?.state === 'computing' ? null : view.open))
  return {
    ...{ lock, day, title: fill(t.months.lockTitle, { period: view.period }) },
    filter: view.shown ? [fill(t.months.revision, { revision: view.shown.revision })] : [t.months.states[lock.state]],
  }
}
