import { daysBetween } from '../../../../domain/calendar'
import { fill } from '../../../../domain/messages'
import { Choice, DayField, NumberField, TextField } from '../../../_components/form'
import { type FormProps, lastSaid } from './last-month'

/** The steps of the work's template side by side; without a template the step is written. */
export function StepField({ form, locale, t }: FormProps) {
  const { steps, values, before } = form
  const given = values.step ?? ''
  const said = steps.find(({ zh }) => zh === before?.step)
  const hint = lastSaid({ form, locale, t }, locale === 'en' && said ? said.en : before?.step)
  if (steps.length === 0) return <TextField name="step" label={t.updates.step} optional maxLength={40} hint={hint} defaultValue={given} />
  const options = steps.map(({ zh, en }) => ({ value: zh, text: locale === 'en' ? en : zh }))
  const strange = given !== '' && !options.some(({ value }) => value === given)
  return (
    <Choice
      name="step"
      label={t.updates.step}
      hint={hint}
      options={strange ? [{ value: given, text: given }, ...options] : options}
      defaultValue={given}
    />
  )
}

export function PercentField({ form, locale, t }: FormProps) {
  const { values, before } = form
  const aside = lastSaid({ form, locale, t }, before?.percent)
  return (
    <NumberField
      name="percent"
      label={t.updates.percent}
      unit="%"
      inputMode="numeric"
      maxLength={3}
      aside={aside}
      optional
      defaultValue={values.percent}
    />
  )
}

/** “Done to date” in the unit the plan counts the work in. */
export function QuantityField({ form, locale, t }: FormProps) {
  const { quantity, values, before } = form
  if (!quantity) return null
  const planned = fill(t.updates.quantityPlanned, { text: quantity.text })
  const aside = lastSaid({ form, locale, t }, before?.quantityDone)
  return (
    <NumberField
      name="quantityDone"
      label={fill(t.updates.quantity, { what: quantity.what })}
      unit={quantity.unit}
      hint={planned}
      aside={aside}
      optional
      defaultValue={values.quantityDone}
    />
  )
}

/** Only while there is a milestone ahead; a forecast in the past is no forecast. */
export function ForecastField({ form, today, t }: FormProps) {
  const { next, values, past } = form
  if (!next || past) return null
  const { baselineOn, forecastOn, name } = next
  const slip = baselineOn && values.forecastOn ? daysBetween(baselineOn, values.forecastOn) : 0
  const planned = [
    baselineOn ? fill(t.common.milestonePlanned, { day: baselineOn }) : null,
    forecastOn && forecastOn < today ? fill(t.updates.forecastPassed, { day: forecastOn }) : null,
  ]
  const aside = slip > 0 ? <span className="late">{fill(t.common.milestoneLate, { days: slip })}</span> : undefined
  return (
    <DayField
      name="forecastOn"
      label={fill(t.updates.forecast, { name })}
      hint={planned.filter(Boolean).join(' · ')}
      min={today}
      aside={aside}
      optional
      defaultValue={values.forecastOn}
    />
  )
}
