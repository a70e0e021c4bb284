import type { ComparedGroup, GroupBridges } from '../../db/queries/compare-sums'
import { fill, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import { type Bridge, comparedMeasures } from '../../domain/period-compare'
import { Panel } from '../_components/panel'
import { type Chains, groupName } from './change-words'

type Props = { title: string; group: ComparedGroup; groups: readonly GroupBridges[]; chains: Chains; t: Messages }

const parts = ['from', 'entered', 'left', 'changed', 'movedIn', 'movedOut', 'to'] as const
const signs: Record<(typeof parts)[number], string> = {
  from: '',
  entered: '+',
  left: '−',
  changed: '',
  movedIn: '+',
  movedOut: '−',
  to: '',
}

/** From one period to the other, part by part: works, then each sum; what is not known is in no sum, and its count is said. */
export function BridgePanel({ title, group, groups, chains, t }: Props) {
  const words = t.months
  const moved = groups.filter(isMoved)
  const still = groups.filter((one) => !isMoved(one))
  const rows = { title, group, chains, t }
  return (
    <Panel title={title} note={words.bridgeHead} flush>
      {moved.length > 0 || group === 'all' ? <Bridges {...rows} groups={group === 'all' ? groups : moved} /> : null}
      {group !== 'all' && still.length > 0 ? (
        <details className="folded">
          <summary>{fill(words.compareStill, { count: still.length })}</summary>
          <Bridges {...rows} groups={still} />
        </details>
      ) : null}
    </Panel>
  )
}

/** Anything but the same works with the same sums. */
const isMoved = ({ measures }: GroupBridges): boolean =>
  Object.values(measures).some(
    ({ entered, left, changed, movedIn, movedOut }) =>
      [entered, left, movedIn, movedOut].some(({ works }) => works > 0) || changed.yuan !== 0 || changed.known !== 0,
  )

function Bridges({ title, group, groups, chains, t }: Props) {
  const words = t.months
  const shown = group === 'all' ? parts.filter((part) => part !== 'movedIn' && part !== 'movedOut') : parts
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="bridge-frame" aria-label={title} tabIndex={0}>
        <table className="bridge">
          <caption className="sr">{title}</caption>
          <thead>
            <tr>
              {group === 'all' ? null : <th scope="col">{words.groupHead}</th>}
              <td />
              {shown.map((part) => (
                <th key={part} scope="col">
                  {words.bridgeParts[part]}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ key, measures }) => (
            <tbody key={key}>
              <tr>
                {group === 'all' ? null : (
                  <th scope="rowgroup" rowSpan={comparedMeasures.length + 1}>
                    {groupName(group, key, chains, t)}
                  </th>
                )}
                <th scope="row">{words.bridgeWorks}</th>
                {shown.map((part) => (
                  <td key={part}>{worksOf(part, measures.planYuan)}</td>
                ))}
              </tr>
              {comparedMeasures.map((measure) => (
                <tr key={measure}>
                  <th scope="row">
                    {words.measures[measure]} <span className="soft small">{t.common.yi}</span>
                  </th>
                  {shown.map((part) => (
                    <td key={part}>{sumOf(part, measures[measure])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </>
  )
}

type Name = (typeof parts)[number]

function worksOf(part: Name, bridge: Bridge): string {
  const { works } = bridge[part]
  if (part === 'changed') return ''
  return works === 0 ? '0' : `${signs[part]}${works}`
}

/** A sum of nothing known is “—”; a change may be a fall. */
function sumOf(part: Name, bridge: Bridge) {
  const { yuan, known } = bridge[part]
  if (part === 'changed' && bridge.from.known === 0 && bridge.to.known === 0) return '—'
  if (part === 'changed')
    return yuan === 0 && known === 0
      ? '0.00'
      : `${yuan > 0 ? '+' : ''}${formatYi(yuan)}${known === 0 ? '' : ` (${known > 0 ? '+' : ''}${known})`}`
  if (known === 0) return '—'
  return `${signs[part]}${formatYi(yuan)} (${known})`
}
