import type { ReactNode } from 'react'
import type { DispatchView } from '../../db/queries/dispatch'
import { fill, type Messages } from '../../domain/messages'
import { Badge } from '../_components/badge'
import { CopyButton } from '../_components/copy-button'
import { Panel } from '../_components/panel'

type Props = { view: DispatchView; t: Messages }

/** Who made it, when it was frozen, and by what it can be proved. */
export function KeptPanel({ view, t }: Props) {
  const words = t.bulletins
  const { head, document } = view
  const person = (who: DispatchView['issued']) => (who ? <span lang="zh-CN">{fill(t.project.someone, who)}</span> : null)
  const writers = view.writers.map((who) => fill(t.project.someone, who)).join('、')
  return (
    <Panel title={words.frozenTitle}>
      {document ? <p className="soft mb-4">{words.frozenLead}</p> : null}
      <dl className="bulletin-kept">
        <Said name={words.writtenBy}>{writers ? <span lang="zh-CN">{writers}</span> : null}</Said>
        <Said name={words.proposedBy}>{person(view.proposed)}</Said>
        <Said name={words.issuedBy}>{person(view.issued)}</Said>
        <Said name={words.signedBy}>{view.signer ? <span lang="zh-CN">{view.signer}</span> : null}</Said>
        <Said name={words.columnNumber}>{document?.number}</Said>
        <Said name={words.paperDayLabel}>{document?.day}</Said>
        <Said name={words.sha256}>{document ? <Hash hash={document.sha256} t={t} /> : null}</Said>
        <Said name={words.chainHead}>
          {head ? <Hash hash={head.hash} before={fill(words.chainHeadValue, { seq: head.seq, hash: '' })} t={t} /> : null}
        </Said>
      </dl>
      {head ? <p className="soft small bulletin-hash">{fill(words.verifyHint, { hash: head.hash })}</p> : null}
    </Panel>
  )
}

function Said({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const Hash = ({ hash, before, t }: { hash: string; before?: string; t: Messages }) => (
  <span className="bulletin-hash">
    {before}
    <code>{hash}</code>{' '}
    <CopyButton className="draft-button" text={hash} label={t.common.copy} copied={t.common.copied} failed={t.common.copyFailed} />
  </span>
)

export function OthersPanel({ view, t, children }: Props & { children?: ReactNode }) {
  const words = t.dispatch
  return (
    <Panel title={words.othersTitle}>
      {view.others.length === 0 ? <p className="soft mb-4">{words.othersNone}</p> : null}
      <ul className="bulletin-errata">
        {view.others.map(({ id, title, state, number, day }) => (
          <li key={id}>
            <a href={`/dispatches/${id}`} lang="zh-CN">
              {number ?? ''} {title}
            </a>{' '}
            {day ?? <Badge>{t.labels.bulletinStates[state]}</Badge>}
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  )
}
