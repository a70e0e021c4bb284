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
