import type { RoundView } from '../../../db/queries/round'
import type { MemberRow } from '../../../db/queries/round-team'
import type { Messages } from '../../../domain/messages'
import { Panel } from '../../_components/panel'
import { daysWords } from '../rounds-table'

type Props = { view: RoundView; t: Messages }

/** Group by group; who is in none leads or serves the whole round. */
export function TeamPanel({ view: { round, groups, members, mayKeep }, t }: Props) {
  const words = t.rounds.team
  const of = (id: number | null) => members.filter(({ groupId }) => groupId === id)
  return (
    <Panel title={words.title} aside={mayKeep ? <a href={`/inspections/${round.id}/team`}>{t.common.edit} ›</a> : null}>
      {members.length + groups.length === 0 ? <p className="soft">{words.none}</p> : null}
      <Members rows={of(null)} t={t} />
      {groups.map((group) => (
        <div key={group.id} className="mt-3">
          <strong lang="zh-CN">{group.name}</strong>{' '}
          {group.fromDay || group.toDay ? <span className="soft small">{daysWords(group, t)}</span> : null}
          <Members rows={of(group.id)} t={t} />
        </div>
      ))}
    </Panel>
  )
}

function Members({ rows, t }: { rows: readonly MemberRow[]; t: Messages }) {
  return (
    <ul>
      {rows.map(({ id, name, unit, duty, username }) => (
        <li key={id}>
          <span className="soft">{t.labels.memberDuties[duty]}</span> <span lang="zh-CN">{`${name}（${unit}）`}</span>{' '}
          {username ? <span className="soft small">{username}</span> : null}
        </li>
      ))}
    </ul>
  )
}
