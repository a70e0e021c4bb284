'use client'

import { useForm } from '../_components/form-context'

type Decided = { by?: unknown; decidedAt?: unknown; status?: unknown }

/** Somebody was faster: who, when, and what they decided. */
export function AlreadyDecided({ text, statuses }: { text: string; statuses: Record<string, string> }) {
  const { state } = useForm()
  const current = state.status === 'refused' ? (state.current as Decided | null) : null
  if (typeof current?.by !== 'string' || typeof current.decidedAt !== 'string') return null
  const at = new Date(current.decidedAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
  const said = text
    .replace('{by}', current.by)
    .replace('{at}', at)
    .replace('{status}', statuses[String(current.status)] ?? '')
  return <p className="said said-slow">{said}</p>
}
