import type { Figure, FigureName } from '../../domain/bulletin'
import type { WhyHidden } from '../../domain/bulletin-told'
import { fill, type Messages } from '../../domain/messages'
import { Account } from '../_components/account'
import { accountLines, FigureValue, unitOf } from './figure-words'

type Row = { name: FigureName; figure: Figure | null; hidden: WhyHidden | null }
type Props = { rows: readonly Row[]; asOf: string; t: Messages }

/** Name and figure, each opening its account; two columns where there is room. null = not told to this reader. */
export function FigureList({ rows, asOf, t }: Props) {
  const half = Math.ceil(rows.length / 2)
  return (
    <div className="bulletin-figures">
      {[rows.slice(0, half), rows.slice(half)].map((part) => (
        <dl key={part[0]?.name}>
          {part.map((row) => (
            <div key={row.name}>
              <dt>{t.bulletins.figures[row.name]}</dt>
              <dd>
                <Told row={row} asOf={asOf} t={t} />
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  )
}

function Told({ row: { name, figure, hidden }, asOf, t }: { row: Row; asOf: string; t: Messages }) {
  const words = t.bulletins
  if (figure === null) return <span className="soft">{words.extractHidden[hidden ?? 'few']}</span>
  const { known, all } = figure
  return (
    <>
      {known < all ? <span className="coverage">{fill(t.common.coverage, { known, all })}</span> : null}
      <Account figure={<FigureValue name={name} figure={figure} t={t} />} title={words.figures[name]} t={t}>
        {accountLines(name, figure, t).map((line) => (
          <div key={line}>{line}</div>
        ))}
        <div>{fill(words.accountDay, { day: asOf })}</div>
      </Account>
      <span className="soft bulletin-unit">{unitOf(name, t)}</span>
    </>
  )
}
