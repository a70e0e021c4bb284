import { type Figure, type FigureName, figureUnits } from '../../domain/bulletin'
import { figureText } from '../../domain/bulletin-words'
import { fill, type Messages } from '../../domain/messages'
import { Unknown } from '../_components/money'

/** A figure as the paper writes it; unknown says why. */
export function FigureValue({ name, figure, t }: { name: FigureName; figure: Figure; t: Messages }) {
  if (figure.value === null) return <Unknown why={t.bulletins.unknownFigure} />
  const text = figureText(name, { ...figure, atLeast: false })
  if (!figure.atLeast) return text
  return (
    <>
      <abbr title={fill(t.common.atLeast, { figure: text })}>≥ </abbr>
      {text}
    </>
  )
}

/** Where it is from, how many of how many it rests on, through which months. */
export function accountLines(name: FigureName, { known, all, months, units }: Figure, t: Messages): string[] {
  const words = t.bulletins
  return [
    words.sources[name],
    known < all ? fill(words.accountKnown, { known, all }) : fill(words.accountAll, { all }),
    months ? fill(words.accountMonths, { months: months.from === months.to ? months.to : `${months.from} – ${months.to}` }) : '',
    units > 0 ? fill(words.accountUnits, { units }) : '',
  ].filter((line) => line !== '')
}

export const unitOf = (name: FigureName, t: Messages): string => t.bulletins.units[figureUnits[name]]
