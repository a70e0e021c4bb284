'use client'

import { useForm } from '../../_components/form-context'
import './slips.css'

export type SlipText = {
  title: string
  name: string
  username: string
  role: string
  organisation: string
  password: string
  until: string
  shown: string
  address: string
  keep: string
  print: string
  roles: Record<string, string>
}
type Slip = { id: number; name: string; username: string; role: string; organisation: string; password: string | null; until: string }

/** One-time passwords in the answer to the form around them: on paper for each person, and then gone. */
export function Slips({ text }: { text: SlipText }) {
  const { state } = useForm()
  if (state.status !== 'saved') return null
  const slips = (Array.isArray(state.result) ? state.result : [state.result]) as Slip[]
  return (
    <div>
      <button type="button" className="button no-print" onClick={() => window.print()}>
        {text.print}
      </button>
      {slips.map((slip) => (
        <Paper key={slip.id} slip={slip} text={text} />
      ))}
    </div>
  )
}

function Paper({ slip, text }: { slip: Slip; text: SlipText }) {
  const lines: [string, string][] = [
    [text.organisation, slip.organisation],
    [text.name, slip.name],
    [text.role, text.roles[slip.role] ?? slip.role],
    [text.address, location.origin],
    [text.username, slip.username],
    [text.password, slip.password ?? text.shown],
  ]
  return (
    <div className="my-4 border border-dashed p-4 break-inside-avoid" data-slip="">
      <strong>{text.title}</strong>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="soft">{name}</dt>
            <dd className="select-all">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        {text.until.replace('{until}', shanghaiMinute(slip.until))} {text.keep}
      </p>
    </div>
  )
}

const shanghaiMinute = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
