type ChoiceOf = { name: string; label: string; all: string; value: string | null; options: readonly (readonly [string, string])[] }
type Props = { action: string; q: string | null; search: string; choices: readonly ChoiceOf[]; send: string }

/** Search and choices as a GET form: the filter lives in the address. */
export function FilterBar({ action, q, search, choices, send }: Props) {
  return (
    <search>
      <form action={action} className="chips mb-4">
        <span className="box grow max-w-80">
          <input type="search" name="q" defaultValue={q ?? ''} maxLength={80} placeholder={search} aria-label={search} />
        </span>
        {choices.map(({ name, label, all, value, options }) => (
          <label key={name} className={value ? 'chip chip-on' : 'chip'}>
            <select key={value} name={name} defaultValue={value ?? ''} aria-label={label} data-sends="">
              <option value="">{all}</option>
              {options.map(([code, text]) => (
                <option key={code} value={code}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="button">
          {send}
        </button>
      </form>
    </search>
  )
}
