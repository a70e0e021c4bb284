import type { FindingTaskGroup } from '../../db/queries/finding-tasks'
import { fill, type Messages } from '../../domain/messages'
import { Panel } from '../_components/panel'
import { DeskLine, FindingDeskLine } from './desk-lines'

export type BureauThings = {
  findings: readonly FindingTaskGroup[]
  differences: { open: number; own: number; asked: number }
  joined: readonly { id: number; title: string; works: number }[]
}

/** What inspections leave to the bureau: figures seen otherwise than told, alarms it must know, findings of its own unit, joint rounds. */
export function BureauInspection({ findings, differences, joined, t }: BureauThings & { t: Messages }) {
  const words = t.home
  const { open, own, asked } = differences
  const nothing = findings.length + open + own + asked + joined.length === 0
  return (
    <Panel title={words.deskBureau}>
      {nothing ? <p className="soft">{words.deskBureauNone}</p> : null}
      <ul className="decisions desk">
        {open + own > 0 ? (
          <DeskLine level="yellow" count={open} words={words.differencesOpen} href="/differences" t={t}>
            {own > 0 ? <span className="soft small">{fill(words.differencesOwn, { count: own })}</span> : null}
          </DeskLine>
        ) : null}
        {asked > 0 ? <DeskLine level="none" count={asked} words={words.differencesAsked} href="/differences?show=asked" t={t} /> : null}
        {findings.map((group) => (
          <FindingDeskLine key={group.kind} group={group} t={t} />
        ))}
        {joined.length > 0 ? (
          <DeskLine level="none" count={joined.length} words={words.joined} t={t}>
            {joined.map(({ id, title, works }) => (
              <a key={id} href={`/inspections/${id}`} className="small block">
                <span lang="zh-CN">{title}</span> · {fill(words.joinedWorks, { works })}
              </a>
            ))}
          </DeskLine>
        ) : null}
      </ul>
    </Panel>
  )
}
