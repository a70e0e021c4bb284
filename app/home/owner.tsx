import type { AskedCondition, DueMilestone, DueOutput, DueReport } from '../../db/queries/home-owner'
import type { Returned } from '../../db/queries/home-returned'
import type { ProjectRow } from '../../db/queries/project-list'
import type { Day } from '../../domain/calendar'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { PageHead } from '../_components/page-head'
import { OwnWorks } from './own-works'
import { AskedTask, DueTask, MilestoneTask, OutputTask, ReturnedTask } from './owner-tasks'

type Props = {
  organisation: { id: number; name: string }
  works: { rows: ProjectRow[]; total: number }
  returned: readonly Returned[]
  due: readonly DueReport[]
  milestones: readonly DueMilestone[]
  asked: readonly AskedCondition[]
  outputs: readonly DueOutput[]
  waiting: number
  today: Day
  locale: Locale
  t: Messages
}

/** A project unit's day: what was sent back, what is due, and its works. */
export function OwnerHome(props: Props) {
  const { organisation, works, returned, due, milestones, asked, outputs, waiting, today, locale, t } = props
  const words = t.home
  const count = returned.length + due.length + milestones.length + asked.length + outputs.length
  const first = [returned, due, milestones, asked, outputs].findIndex((list) => list.length > 0)
  const isMain = (list: number, index: number) => list === first && index === 0
  const common = { locale, t }
  return (
    <div className="page page-narrow">
      <PageHead
        title={count > 0 ? fill(words.waiting, { count }) : words.nothingWaits}
        lead={
          <>
            <span lang="zh-CN">{organisation.name}</span> · {fill(words.ownerLead, { works: works.total })}
            {waiting > 0 ? ` · ${fill(words.ownerWaits, { count: waiting })}` : ''}
          </>
        }
      />
      <div className="stack">
        {count === 0 && works.total > 0 ? <p className="soft">{words.nothingHint}</p> : null}
        <ul className="grid gap-3">
          {returned.map((row, index) => (
            <ReturnedTask key={`${row.kind}${row.id}`} row={row} main={isMain(0, index)} {...common} />
          ))}
          {due.map((row, index) => (
            <DueTask key={row.row.code} due={row} today={today} main={isMain(1, index)} {...common} />
          ))}
          {milestones.map((row, index) => (
            <MilestoneTask key={row.id} milestone={row} main={isMain(2, index)} {...common} />
          ))}
          {asked.map((row, index) => (
            <AskedTask key={row.id} condition={row} main={isMain(3, index)} t={t} />
          ))}
          {outputs.map((row, index) => (
            <OutputTask key={row.chainId} output={row} organisationId={organisation.id} main={isMain(4, index)} t={t} />
          ))}
        </ul>
        <OwnWorks {...works} today={today} {...common} />
      </div>
    </div>
  )
}
