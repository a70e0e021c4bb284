import type { FindingTaskGroup } from '../../db/queries/finding-tasks'
import type { VisitToSettle } from '../../db/queries/home-inspection'
import type { Messages } from '../../domain/messages'
import { Panel } from '../_components/panel'
import { DeskLine, FindingDeskLine } from './desk-lines'

export type SupervisorThings = {
  findings: readonly FindingTaskGroup[]
  visits: { rows: VisitToSettle[]; total: number }
  bulletins: readonly { id: number; title: string }[]
}

/** What waits for this supervisor: findings by what is asked, records in dispute, bulletins of others. */
export function SupervisorDesk({ findings, visits, bulletins, t }: SupervisorThings & { t: Messages }) {
  const words = t.home
  const nothing = findings.length + visits.total + bulletins.length === 0
  return (
    <Panel title={words.desk} aside={<a href="/findings">{t.nav.findings} ›</a>}>
      {nothing ? <p className="soft">{words.deskNone}</p> : null}
      <ul className="decisions desk">
        {findings.map((group) => (
          <FindingDeskLine key={group.kind} group={group} t={t} />
        ))}
        {visits.total > 0 ? <VisitsLine visits={visits} t={t} /> : null}
        {bulletins.length > 0 ? (
          <DeskLine level="yellow" count={bulletins.length} words={words.issueBulletins} t={t}>
            {bulletins.map(({ id, title }) => (
              <a key={id} href={`/bulletins/${id}`} className="small block" lang="zh-CN">
                {title}
              </a>
            ))}
          </DeskLine>
        ) : null}
      </ul>
    </Panel>
  )
}

function VisitsLine({ visits: { rows, total }, t }: { visits: SupervisorThings['visits']; t: Messages }) {
  const words = t.home
  return (
    <DeskLine level="yellow" count={total} words={words.settleVisits} t={t}>
      {rows.map(({ id, work, visitedOn, conflict }) => (
        <span key={id} className="small block">
          <a href={`/visits/${id}`}>
            <span lang="zh-CN">{work}</span> {visitedOn}
          </a>{' '}
          <span className="soft">{t.labels.visitConflicts[conflict]}</span>
        </span>
      ))}
      {total > rows.length ? <span className="soft small">{words.numbersMore}</span> : null}
    </DeskLine>
  )
}
