'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { wanFieldText, yuanFromWan } from '../../domain/money'
import { useForm } from './form-context'

/** A field as the table names it: `words` for code values, `wan` for money (kept in 元, typed in 万元). */
export type StaleField = { name: string; label: string; words?: Record<string, string>; wan?: boolean }
type Stored = Record<string, unknown> & { version: number }
type Props = { version: number; fields?: readonly StaleField[]; text: { mine: string; now: string } }

/**
 * The version a form started from. When somebody was faster, what was typed stays in the fields, both versions stand side by side, what the page
 * shows around the form is fetched anew, and pressing again saves over the version that has now been seen.
 */
export function Version({ version, fields = [], text }: Props) {
  const { state } = useForm()
  const router = useRouter()
  const now = state.status === 'refused' ? storedIn(state.current) : null
  useEffect(() => {
    if (now) router.refresh()
  }, [now, router])
  const typed = state.status === 'refused' ? state.values : {}
  const differing = now ? fields.filter((field) => field.name in typed && !same(field, typed[field.name] ?? '', now[field.name])) : []
  return (
    <>
      <input type="hidden" name="version" value={Math.max(version, now?.version ?? 0)} />
      {now && differing.length > 0 ? (
        <table className="both-versions">
          <thead>
            <tr>
              <td />
              <th scope="col">{text.mine}</th>
              <th scope="col">{text.now}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                <td>{words(field, typed[field.name] ?? '')}</td>
                <td>{words(field, storedText(field, now[field.name]))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}

/** For a form of many versions: what stands around it is fetched anew when one of them is old. */
export function Refresh() {
  const { state } = useForm()
  const router = useRouter()
  useEffect(() => {
    if (state.status === 'refused' && storedIn(state.current)) router.refresh()
  }, [state, router])
  return null
}

function storedIn(current: unknown): Stored | null {
  const isStored = typeof current === 'object' && current !== null && 'version' in current && typeof current.version === 'number'
  return isStored ? (current as Stored) : null
}

function storedText({ wan }: StaleField, value: unknown): string {
  if (wan && typeof value === 'number') return wanFieldText(value)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function same(field: StaleField, typed: string, value: unknown): boolean {
  if (field.wan) return yuanFromWan(typed) === (value ?? null)
  return typed.trim() === storedText(field, value)
}

const words = (field: StaleField, text: string): string => field.words?.[text] ?? (text || '—')
