import type { ReactNode } from 'react'
import type { DispatchView } from '../../db/queries/dispatch'
import { fill, type Messages } from '../../domain/messages'
import { Panel } from '../_components/panel'
import { Hash, PapersPanel, Said } from '../_components/paper-kept'

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

export function OthersPanel({ view, t, children }: Props & { children?: ReactNode }) {
  const words = t.dispatch
  return (
    <PapersPanel title={words.othersTitle} none={words.othersNone} folder="/dispatches" papers={view.others} t={t}>
      {children}
    </PapersPanel>
  )
}
