import type { Messages } from '../../../domain/messages'
import { type Contradiction, contradictionKinds } from '../../../domain/plan'
import { type RegisterParameters, severities } from '../../../domain/plan-parameters'
import { Chip, Chips } from '../../_components/chip'

type Props = { all: readonly Contradiction[]; filters: RegisterParameters; t: Messages }

/** Chips with the number each would show beside what is already chosen; pressed again one goes away. */
export function RegisterFilters({ all, filters, t }: Props) {
  const { kind, severity, code } = filters
  const ofKind = all.filter((entry) => !kind || entry.kind === kind)
  const ofSeverity = all.filter((entry) => !severity || entry.severity === severity)
  const toggled = <K extends 'kind' | 'severity'>(name: K, value: RegisterParameters[K]) =>
    registerAddress({ kind, severity, [name]: filters[name] === value ? undefined : value })
  return (
    <Chips>
      {code ? (
        <Chip href={registerAddress({ kind, severity })} on t={t}>
          {code}
        </Chip>
      ) : null}
      {severities.map((value) => (
        <Chip key={value} href={toggled('severity', value)} on={severity === value} count={count(ofKind, 'severity', value)} t={t}>
          {t.labels.severities[value]}
        </Chip>
      ))}
      {contradictionKinds.map((value) => (
        <Chip key={value} href={toggled('kind', value)} on={kind === value} count={count(ofSeverity, 'kind', value)} t={t}>
          {t.labels.contradictionKinds[value]}
        </Chip>
      ))}
    </Chips>
  )
}

const count = (entries: readonly Contradiction[], name: 'kind' | 'severity', value: string): number =>
  entries.filter((entry) => entry[name] === value).length

export function registerAddress(filters: RegisterParameters): string {
  const given = Object.entries(filters).filter(([name, value]) => value !== undefined && !(name === 'page' && value === 1))
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query ? `/plan/register?${query}` : '/plan/register'
}
