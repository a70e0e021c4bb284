import type { ImportView } from '../../../db/queries/imports'
import type { RefusalCode } from '../../../domain/errors'
import { fill, type Messages } from '../../../domain/messages'
import { Notice } from '../../_components/notice'
import { minuteWords } from '../../_lib/instant'

/** What the file is, what was found in it, and what became of it. */
export function About({ imp, t }: { imp: ImportView; t: Messages }) {
  const say = t.imports
  const { layout } = imp
  const [from, to] = layout.headRows ?? [0, 0]
  const earlier = imp.earlier.map(({ id, state }) => `${id}（${say.states[state]}）`).join('、')
  return (
    <>
      {imp.stopped ? (
        <Notice tone="late">
          {fill(say.stopped, { reason: fill(t.errors[imp.stopped as RefusalCode], { works: '—', period: '—' }) })}
        </Notice>
      ) : null}
      {imp.earlier.length > 0 ? <Notice>{fill(say.sameFile, { list: earlier })}</Notice> : null}
      {imp.visibleSeq !== null && imp.appliedAt !== null && imp.state === 'applied' ? (
        <Notice tone="good">{fill(say.appliedNote, { at: minuteWords(imp.appliedAt), seq: imp.visibleSeq })}</Notice>
      ) : null}
      {imp.decidedAt !== null ? (
        <Notice tone={imp.state === 'approved' ? 'good' : 'slow'}>
          {fill(say.decidedNote, { who: imp.decidedByPerson?.name ?? '—', at: minuteWords(imp.decidedAt) })} {imp.decisionReason ?? ''}
        </Notice>
      ) : null}
      <p className="soft small">
        {layout.headRows ? fill(say.found, { from, to, ...layout.kinds }) : fill(say.foundNoHead, layout.kinds)}{' '}
        {layout.hiddenRows > 0 ? fill(say.hiddenRows, { rows: layout.hiddenRows }) : ''}
        <br />
        <span lang="zh-CN">{layout.sheet}</span> · {fill(say.sha, { sha: imp.sha256.slice(0, 16) })} · {minuteWords(imp.createdAt)}{' '}
        {imp.by ? fill(t.project.someone, imp.by) : ''}
      </p>
    </>
  )
}
