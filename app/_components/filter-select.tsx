'use client'

export type Option = { value: string; text: string }
type Props = { name: string; label: string; all: string; value?: string | null; options: readonly Option[] }

/** Drawn in the browser too, so that its many options are sent as plain data: a list with ten of them costs the server half. */
export function FilterSelect({ name, label, all, value, options }: Props) {
  return (
    <label className={value ? 'chip chip-on' : 'chip'}>
      <span className="sr">{label}</span>
      <select name={name} defaultValue={value ?? ''} data-sends="">
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  )
}
