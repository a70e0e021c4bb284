import { fill, type Messages } from '../../domain/messages'

type Props = { from: number; to: number; total: number; previous: string | null; next: string | null; t: Messages }

export function Pager({ from, to, total, previous, next, t }: Props) {
  return (
    <nav className="register-foot" aria-label={t.common.pages}>
      <span>{fill(t.common.pageRange, { from, to, total })}</span>
      <span className="pager">
        <Step href={previous} rel="prev" text={`‹ ${t.common.previousPage}`} />
        <Step href={next} rel="next" text={`${t.common.nextPage} ›`} />
      </span>
    </nav>
  )
}

type OfProps = { page: number; size: number; shown: number; total: number; to: (page: number) => string; t: Messages }

/** The pager of a list that is cut into pages of `size` rows, `shown` of them on this one. */
export function PagerOf({ page, size, shown, total, to, t }: OfProps) {
  const before = (page - 1) * size
  return (
    <Pager
      from={shown > 0 ? before + 1 : 0}
      to={before + shown}
      total={total}
      previous={page > 1 ? to(page - 1) : null}
      next={before + shown < total ? to(page + 1) : null}
      t={t}
    />
  )
}

function Step({ href, rel, text }: { href: string | null; rel: string; text: string }) {
  return href ? (
    <a href={href} rel={rel}>
      {text}
    </a>
  ) : (
    <span aria-disabled="true" className="soft">
      {text}
    </span>
  )
}
