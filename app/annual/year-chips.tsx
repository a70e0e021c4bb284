import { type Day, yearOf } from '../../domain/calendar'
import type { Messages } from '../../domain/messages'

type Props = { path: string; asked: number; years: readonly number[]; today: Day; t: Messages }

/** The years there are plans of, the running one and its neighbours. */
export function YearChips({ path, asked, years, today, t }: Props) {
  const now = yearOf(today)
  const all = [...new Set([...years, now - 1, now, now + 1, asked])].sort((a, b) => a - b)
  return (
    <nav className="chips no-print" aria-label={t.annual.years}>
      {all.map((year) => (
        <a
          key={year}
          href={`${path}?year=${year}`}
          className={year === asked ? 'chip chip-on' : 'chip'}
          aria-current={year === asked || undefined}
        >
          {year}
        </a>
      ))}
    </nav>
  )
}
