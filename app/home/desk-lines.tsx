import type { ReactNode } from 'react'
import type { FindingTaskGroup, FindingTaskKind } from '../../db/queries/finding-tasks'
import type { LightLevel } from '../../domain/light'
import { fill, type Messages } from '../../domain/messages'
import { LightMark } from '../_components/light'

type Props = { level: LightLevel; count: number; words: string; href?: string | undefined; children?: ReactNode; t: Messages }

/** One kind of thing that waits: how many, what, and the first of them by name. */
export function DeskLine({ level, count, words, href, children, t }: Props) {
  return (
    <li>
      <LightMark level={level}>{fill(t.home.pieces, { count })}</LightMark>
      <span>
        {href ? <a href={href}>{words}</a> : words} {children}
      </span>
    </li>
  )
}

/** Where the register shows all of a kind; what no state says is opened one by one. */
const addresses: Partial<Record<FindingTaskKind, string>> = {
  verify: '/findings?state=closure-requested',
  recheck: '/findings?state=recheck-due',
  alarm: '/findings?show=overdue',
  'sent-back': '/findings?state=sent-back',
  acknowledge: '/findings?state=assigned',
  plan: '/findings?state=acknowledged',
}

const fewNumbers = 3

export function FindingDeskLine({ group: { kind, rows, total }, t }: { group: FindingTaskGroup; t: Messages }) {
  const words = t.home
  const level = rows.some(({ overdueDays }) => overdueDays > 0) ? 'red' : 'yellow'
  const shown = rows.slice(0, fewNumbers)
  return (
    <DeskLine level={level} count={total} words={words.findingWaits[kind]} href={addresses[kind]} t={t}>
      <span className="small">
        {shown.map(({ number, facts, unassignedDays }, index) => (
          <span key={number}>
            {index > 0 ? words.lateSeparator : ''}
            <a href={`/findings/${number}`} title={facts}>
              {number}
            </a>
            {unassignedDays ? <span className="soft"> {fill(t.findings.unassignedFor, { days: unassignedDays })}</span> : null}
          </span>
        ))}
        {total > shown.length ? <span className="soft"> {words.numbersMore}</span> : null}
      </span>
    </DeskLine>
  )
}
