import type { Messages } from '../../../../domain/messages'
import type { PlanItem } from '../../../../domain/plan'
import { Badge } from '../../../_components/badge'
import { AtLine, Chinese } from '../../words'

/** An item's name, what its words say of owner, place and time, and the words themselves. */
export function ItemWords({ item, t }: { item: PlanItem; t: Messages }) {
  const said = item.description ?? item.clause.quote
  return (
    <>
      <span className="only-phone soft small">{item.code}</span>
      <strong className="font-semibold" id={`item-${item.code.slice(item.code.indexOf('#') + 1)}`}>
        <Chinese>{item.name}</Chinese>
      </strong>{' '}
      {item.kind === 'work' ? null : <Badge>{t.labels.itemKinds[item.kind]}</Badge>}
      <Facts item={item} t={t} />
      <p className="small soft mt-1">
        {said === item.name ? null : <q lang="zh-CN">{said}</q>} <AtLine clause={item.clause} t={t} />
      </p>
      {item.sameAs.length > 0 ? <SameWork codes={item.sameAs} t={t} /> : null}
    </>
  )
}

function Facts({ item: { owner, place, construction, schedule }, t }: { item: PlanItem; t: Messages }) {
  const facts = [
    [t.plan.owner, owner],
    [t.plan.place, place],
    [t.plan.construction, construction],
    [t.plan.schedule, schedule],
  ].filter((fact): fact is [string, string] => fact[1] !== null)
  if (facts.length === 0) return null
  return (
    <p className="small">
      {facts.map(([name, words]) => (
        <span key={name} className="mr-3">
          <span className="soft">{name}</span> <Chinese>{words}</Chinese>
        </span>
      ))}
    </p>
  )
}

function SameWork({ codes, t }: { codes: readonly string[]; t: Messages }) {
  return (
    <p className="small">
      <span className="soft">{t.plan.sameAs}</span>{' '}
      {codes.map((code) => {
        const [box = '', number = ''] = code.split('#')
        return (
          <a key={code} className="mr-2" href={`/plan/boxes/${box}#item-${number}`}>
            {code}
          </a>
        )
      })}
    </p>
  )
}
