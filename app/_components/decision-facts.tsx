import type { Decision } from '../../db/queries/decision'
import { fill, type Messages } from '../../domain/messages'
import { minuteWords } from '../_lib/instant'
import { PhotoRow } from './photo-row'

type Props = { decision: Decision; t: Messages }

/** Who sent it, when, which try it is, and in time or not: one line. */
export function SubmittedLine({ decision, t }: Props) {
  const { by, submittedAt, attempt, timing, dueOn, onBehalf } = decision
  const parts = [
    attempt > 1 ? fill(t.reviews.attempt, { n: attempt }) : null,
    `${by.name}（${by.organisation}）`,
    minuteWords(submittedAt),
    timing ? (t.labels.timings as Record<string, string>)[timing] : null,
    timing === 'late' && dueOn && attempt === 1 ? fill(t.reviews.dueOn, { day: dueOn }) : null,
    onBehalf ? fill(t.reviews.onBehalf, { source: onBehalf }) : null,
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

/** What the submitter says beside the figures, and what they attached. */
export function SaidWords({ decision, t }: Props) {
  const { remark, revisionReason, files, noChange } = decision
  return (
    <div className="said-words">
      {noChange ? <p>{t.updates.noChange}</p> : null}
      {revisionReason ? <Words label={t.reviews.revisionReason} text={revisionReason} /> : null}
      {remark ? <Words label={t.reviews.remark} text={remark} /> : null}
      {files.length > 0 ? (
        <div>
          <div className="soft small">{t.reviews.files}</div>
          <PhotoRow files={files} />
        </div>
      ) : null}
      {!remark && !revisionReason && files.length === 0 ? <p className="soft small">{t.reviews.nothingSaid}</p> : null}
    </div>
  )
}

function Words({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <div className="soft small">{label}</div>
      <p lang="zh-CN">{text}</p>
    </div>
  )
}

/** The tries before this one, and why each came back. */
export function EarlierTries({ decision, link, t }: Props & { link: ((id: number) => string) | null }) {
  if (decision.tries.length === 0) return null
  return (
    <ol className="tries">
      {decision.tries.map((each) => {
        const status = (t.labels.reviewStatuses as Record<string, string>)[each.status] ?? each.status
        const text = fill(t.reviews.tryLine, { n: each.revision, at: minuteWords(each.submittedAt), by: each.by })
        return (
          <li key={each.id}>
            {link ? <a href={link(each.id)}>{text}</a> : text} · {status}
            {each.decidedAt && each.decidedBy ? ` · ${each.decidedBy} ${minuteWords(each.decidedAt)}` : ''}
            {each.reason ? <span lang="zh-CN">：{each.reason}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** Who decided, when and why; nothing while it waits. */
export function DecidedLine({ decision, t }: Props) {
  const { decided, status } = decision
  if (!decided) return null
  const said = fill(t.reviews.decided, { by: decided.by.name, at: minuteWords(decided.at), status: t.labels.reviewStatuses[status] })
  return (
    <p className={`said said-${status === 'approved' ? 'good' : status === 'returned' ? 'late' : 'slow'}`}>
      {said}
      {decided.reason ? <span lang="zh-CN">：{decided.reason}</span> : null}
    </p>
  )
}
