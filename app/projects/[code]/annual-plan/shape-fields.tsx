import type { AnnualPlanRow } from '../../../../db/queries/annual-plan-form'
import { fill, type Messages } from '../../../../domain/messages'
import { wanFieldText } from '../../../../domain/money'
import { curveShapes, shapeShares, standardShapes } from '../../../../domain/plan-curve'
import { NumberField, Select } from '../../../_components/form'
import { OpensWhenWrong } from './opens-when-wrong'
import { PlanCurve } from './plan-curve'

type Props = { start: AnnualPlanRow | null; year: number; t: Messages }

/** How the year's money is spread: a standard shape, drawn; or twelve sums of one's own, behind a disclosure. */
export function ShapeFields({ start, year, t }: Props) {
  const words = t.annual
  const options = curveShapes.map((value) => ({ value, text: words.shapes[value] }))
  const months = { year, startMonth: start?.startMonth ?? null, finishMonth: start?.finishMonth ?? null }
  return (
    <>
      <Select
        name="curveShape"
        label={words.shape}
        hint={words.shapeHint}
        options={options}
        empty={words.shapeNone}
        optional
        defaultValue={start?.curveShape}
      />
      <div className="flex flex-wrap gap-4">
        {standardShapes.map((shape) => {
          const shares = shapeShares(shape, months)
          return shares ? (
            <figure key={shape}>
              <PlanCurve name={words.shapes[shape]} shares={shares} t={t} />
              <figcaption className="soft small">{words.shapes[shape]}</figcaption>
            </figure>
          ) : null
        })}
      </div>
      <OpensWhenWrong summary={words.curveOwn} open={start?.curveShape === 'own'} fields="curve.">
        <p className="soft small my-2">{words.curveOwnHint}</p>
        <div className="plan-months">
          {Array.from({ length: 12 }, (_, at) => `${at}`).map((at) => (
            <NumberField
              key={at}
              name={`curve.${at}`}
              label={fill(words.curveMonth, { month: Number(at) + 1 })}
              unit={t.common.wan}
              optional
              defaultValue={wanFieldText(start?.curve?.[Number(at)] ?? null)}
            />
          ))}
        </div>
      </OpensWhenWrong>
    </>
  )
}
