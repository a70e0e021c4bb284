import { fill, type Messages } from '../../domain/messages'

type Props = { line: number; quote: string; box?: string | null; href?: string; t: Messages }

/** The plan's own words with the line they stand on. */
export function ClauseQuote({ line, quote, box, href = `/plan?line=${line}#L${line}`, t }: Props) {
  const where = [box ? fill(t.common.box, { id: box }) : null, fill(t.common.clauseLine, { line })].filter(Boolean).join(' · ')
  return (
    <p className="clause">
      <q lang="zh-CN">{quote}</q>{' '}
      <cite>
        <a href={href}>{where}</a>
      </cite>
    </p>
  )
}
