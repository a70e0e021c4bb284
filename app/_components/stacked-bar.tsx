export type Part = { key: string; label: string; value: number; tone: 'done' | 'part' | 'open' | 'rest'; href?: string }

/** Shares of a whole; a share too narrow for its words is still in the list below. Nothing at all is said, not drawn. */
export function StackedBar({ name, parts, empty }: { name: string; parts: readonly Part[]; empty: string }) {
  const shown = parts.filter(({ value }) => value > 0)
  const whole = shown.reduce((sum, { value }) => sum + value, 0)
  if (whole === 0) return <p className="soft">{empty}</p>
  const words = parts.map(({ label, value }) => `${label} ${value}`)
  return (
    <div>
      <div className="stacked" role="img" aria-label={`${name}: ${words.join(', ')}`}>
        {shown.map(({ key, label, value, tone }) => (
          <span key={key} className={`part part-${tone}`} style={{ flexGrow: value }}>
            {value / whole >= 0.09 ? `${label} ${value}` : ''}
          </span>
        ))}
      </div>
      <ul className="legend">
        {parts.map(({ key, label, value, tone, href }) => (
          <li key={key}>
            <span className={`part part-${tone}`} aria-hidden="true" />
            {href ? <a href={href}>{`${label} ${value}`}</a> : `${label} ${value}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
