import { fill, type Messages } from '../../domain/messages'
import type { Mention, MentionKind } from '../../domain/plan-mentions'
import { Panel } from '../_components/panel'

/** Everything quoted from one line of the plan, and what each quote is used for. */
export function LinePanel({ line, mentions, t }: { line: number; mentions: readonly Mention[]; t: Messages }) {
  return (
    <Panel id={`L${line}`} title={fill(t.plan.lineTitle, { line })}>
      {mentions.length === 0 ? fill(t.plan.lineNothing, { line }) : null}
      <ul className="grid gap-3">
        {mentions.map((mention) => (
          <li key={`${mention.kind} ${mention.code} ${mention.name} ${mention.quote}`} className="clause">
            <q lang="zh-CN">{mention.quote}</q>{' '}
            <cite>
              <a href={address(mention)}>{fill(uses(t)[mention.kind], { code: mention.code, name: mention.name })}</a>
            </cite>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const uses = ({ plan }: Messages): Record<MentionKind, string> => ({
  box: plan.boxHead,
  item: plan.itemUse,
  chain: plan.chainUse,
  'chain-member': plan.chainMemberUse,
  'chain-basis': plan.chainBasisUse,
  target: plan.targetUse,
  indicator: plan.indicatorUse,
  indicator13: plan.indicator13Use,
  'chapter-ten': plan.chapterTenUse,
  place: plan.placeUse,
  contradiction: plan.contradictionUse,
  candidate: plan.candidateUse,
})

function address({ kind, code }: Mention): string {
  switch (kind) {
    case 'box':
      return `/plan/boxes/${code}`
    case 'item':
      return `/plan/boxes/${code.slice(0, code.indexOf('#'))}#item-${code.slice(code.indexOf('#') + 1)}`
    case 'chain':
    case 'chain-member':
      return `/plan/chains#${code}`
    case 'chain-basis':
      return `/projects/${code}`
    case 'candidate':
      return `/plan/candidates#${code}`
    case 'contradiction':
      return `/plan/register?code=${code}`
    default:
      return pages[kind]
  }
}

const pages = {
  target: '/plan/targets',
  indicator: '/plan/indicators',
  indicator13: '/plan/indicators#past',
  'chapter-ten': '/plan/chapter-10',
  place: '/plan/places',
}
