import type { Messages } from '../../domain/messages'
import type { RegisterResult } from '../../domain/registers'
import { LightMark } from './light'
import { Unknown } from './money'

const levels = { pending: 'none', accepted: 'green', rejected: 'yellow' } as const

/** How what was put to somebody above the county came out; status never by colour alone. */
export function ResultMark({ result, t }: { result: RegisterResult; t: Messages }) {
  return <LightMark level={levels[result]}>{t.registers.results[result]}</LightMark>
}

type Props = { on: string | null; document: string | null; none: string; noDocument: string }

/** A day with the document it stands in; “—” says which of them is not known. */
export function DayAndDocument({ on, document, none, noDocument }: Props) {
  if (on === null) return <Unknown why={none} />
  return (
    <>
      {on} <span className="soft small block">{document ? <span lang="zh-CN">{document}</span> : <Unknown why={noDocument} />}</span>
    </>
  )
}
