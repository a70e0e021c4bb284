import { fill, type Messages } from '../../domain/messages'
import { Notice } from '../_components/notice'

/** Says which parameters of the address could not be read; the rest of it holds. */
export function WrongParameters({ names, t }: { names: readonly string[]; t: Messages }) {
  if (names.length === 0) return null
  return (
    <div className="mb-4">
      <Notice tone="slow">{fill(t.projects.wrong, { names: names.map((name) => name.slice(0, 40)).join(', ') })}</Notice>
    </div>
  )
}
