import type { Visit } from '../../db/queries/visit'
import { fill, type Messages } from '../../domain/messages'
import { LightMark } from './light'
import { Notice } from './notice'
import { personWords } from './seen-marks'

type Props = { visit: Visit; t: Messages }

/** Whether a visit counts, in a word. */
export function StandingMark({ visit, t }: Props) {
  const words = t.seen.standings
  if (!visit.finished) return <LightMark level="none">{words.open}</LightMark>
  if (visit.settled) {
    const counts = visit.settled.outcome === 'counts'
    return <LightMark level={counts ? 'green' : 'none'}>{counts ? words.settled : words['set-aside']}</LightMark>
  }
  if (!visit.counts) return <LightMark level="yellow">{fill(words.waits, { conflict: conflictWords(visit, t) })}</LightMark>
  return <LightMark level="green">{visit.conflict === 'changed' ? words.changed : words.counts}</LightMark>
}

const conflictWords = ({ conflict }: Visit, { labels }: Messages): string => (conflict ? labels.visitConflicts[conflict] : '')

/** The same where there is room to say what it means; nothing for a visit without a conflict. */
export function StandingNotice({ visit, t }: Props) {
  const { settled, conflict } = visit
  if (settled) {
    const said = fill(t.seen.settledLine, {
      who: personWords(settled.by, t),
      day: settled.on ?? '',
      outcome: t.seen.settle.outcomes[settled.outcome],
    })
    return (
      <Notice tone={settled.outcome === 'counts' ? 'good' : 'slow'}>
        {said}
        {t.common.colon}
        <span lang="zh-CN">{settled.reason}</span>
      </Notice>
    )
  }
  if (conflict === 'changed') return <Notice tone="slow">{t.seen.changed}</Notice>
  if (conflict === null || !visit.finished) return null
  return <Notice tone="slow">{fill(t.seen.waits, { conflict: conflictWords(visit, t) })}</Notice>
}
