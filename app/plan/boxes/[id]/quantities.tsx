import type { Messages } from '../../../../domain/messages'
import type { Quantity } from '../../../../domain/plan'
import { Blank, Chinese } from '../../words'

/** Figures in the plan's own words, each with what it counts; a figure the plan left open says so. */
export function Quantities({ quantities, t }: { quantities: readonly Quantity[]; t: Messages }) {
  return (
    <ul className="small grid gap-0.5 lg:w-96">
      {quantities.map((quantity) => (
        <li key={`${quantity.what} ${quantity.text}`}>
          <span className="soft">
            <Chinese>{quantity.what}</Chinese>
          </span>{' '}
          <q lang="zh-CN">{quantity.text}</q> {isOpen(quantity) ? <Blank t={t} /> : null}
        </li>
      ))}
    </ul>
  )
}

const isOpen = ({ value, min, max }: Quantity): boolean => value === null && min === null && max === null
