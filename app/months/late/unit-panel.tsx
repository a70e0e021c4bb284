import type { Day, Month } from '../../../domain/calendar'
import { type LateUnit, reminderText } from '../../../domain/late-list'
import { fill, type Messages } from '../../../domain/messages'
import { projectHref } from '../../../domain/project-params'
import { CopyButton } from '../../_components/copy-button'
import { Panel } from '../../_components/panel'

type Props = { unit: LateUnit; month: Month; dueOn: Day; today: Day; bureau: boolean; t: Messages }

/** One unit: its works, whom to call, and the words to send. */
export function UnitPanel({ unit, month, dueOn, today, bureau, t }: Props) {
  const words = t.months
  const text = reminderText(unit, month, dueOn, today)
  const copy = text ? <CopyButton text={text} label={words.lateCopy} copied={words.copied} failed={words.copyFailed} /> : null
  return (
    <Panel
      title={<span lang="zh-CN">{unit.unit ?? words.lateNobody}</span>}
      note={fill(words.lateWorks, { works: unit.works.length })}
      aside={copy}
    >
      <ul className="late-works">
        {unit.works.map(({ code, name, state }) => (
          <li key={code}>
            <span>
              <span className={`mark mark-${state}`} aria-hidden="true">
                {t.labels.reportMarks[state]}
              </span>{' '}
              {t.labels.reportStates[state]}
            </span>{' '}
            <span>
              <a href={projectHref(code, 'months', 'months')} lang="zh-CN">
                {name}
              </a>{' '}
              <span className="soft small">{code}</span>
            </span>
          </li>
        ))}
      </ul>
      {bureau ? (
        <p className="soft small mt-2" lang="zh-CN">
          {unit.contacts.length > 0 ? fill(words.lateContacts, { names: unit.contacts.join('、') }) : words.lateNoContact}
        </p>
      ) : null}
      {text ? (
        <details className="mt-1 small">
          <summary>{words.lateText}</summary>
          <p lang="zh-CN">{text}</p>
        </details>
      ) : null}
    </Panel>
  )
}
