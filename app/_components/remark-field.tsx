'use client'

import { WordsField } from './form'
import { useForm } from './form-context'

type Props = { texts: Record<string, string>; ask: string; label: string; hint: string; defaultValue?: string | undefined }

/** A remark; when something is odd, the box says what and asks for one sentence, in place, instead of blocking. */
export function RemarkField({ texts, ask, label, hint, defaultValue }: Props) {
  const { state } = useForm()
  const odd = state.status === 'refused' ? oddities(state.current) : []
  return (
    <div className={odd.length > 0 ? 'said said-slow remark' : 'remark'} role={odd.length > 0 ? 'group' : undefined}>
      {odd.length > 0 ? (
        <p>
          {odd.map((code) => (
            <span key={code} className="odd">
              {texts[code] ?? code}
            </span>
          ))}
          {ask}
        </p>
      ) : null}
      <WordsField
        name="remark"
        label={label}
        hint={odd.length > 0 ? undefined : hint}
        optional={odd.length === 0}
        maxLength={1000}
        rows={2}
        defaultValue={defaultValue}
      />
    </div>
  )
}

function oddities(current: unknown): string[] {
  const found = typeof current === 'object' && current !== null && 'warnings' in current ? current.warnings : null
  return Array.isArray(found) ? found.filter((code) => typeof code === 'string') : []
}
