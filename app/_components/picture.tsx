import type { CSSProperties, ReactNode } from 'react'
import type { Messages } from '../../domain/messages'

type Props = {
  /** What is drawn: the title of the drawing, of its file and of its numbers. */
  name: string
  /** Name of the file it can be kept as, without its ending. */
  file: string
  width: number
  height: number
  /** It is not drawn narrower than this: its words stay readable, and it scrolls. */
  least?: number
  /** The same on a phone, where it scrolls anyway and its words are larger. */
  phone?: number
  /** The figures in a sentence. */
  told: string
  /** Marks that lead somewhere: then the drawing is a group of links, not one image. */
  linked?: boolean
  legend?: ReactNode
  /** The same figures as a table, for everybody; `open` shows them from the start. */
  numbers: ReactNode
  open?: boolean
  children: ReactNode
  t: Messages
}

/** A drawing made on the server, with its figures in words and as a table, and its file. Scrolls inside itself where the page is narrow. */
export function Picture({ name, file, width, height, least, phone, told, linked, legend, numbers, open, children, t }: Props) {
  const words = t.outlook
  return (
    <figure className="picture" data-picture="" data-name={name} data-file={file}>
      <p className="picture-hint only-phone" aria-hidden="true">
        {words.swipe}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="picture-frame" aria-label={name} tabIndex={0}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          style={sizesOf(width, least ?? Math.min(width, 560), phone)}
          role={linked ? 'group' : 'img'}
          aria-label={linked ? name : undefined}
        >
          <title>{name}</title>
          <desc>{told}</desc>
          {children}
        </svg>
      </section>
      {legend ? <div className="picture-legend">{legend}</div> : null}
      <figcaption className="picture-foot">
        <details open={open}>
          <summary>{words.numbers}</summary>
          <div className="picture-numbers">{numbers}</div>
        </details>
        <span className="picture-files no-print">
          <button type="button" data-keep="svg">
            {words.svg}
          </button>
          <button type="button" data-keep="png">
            {words.png}
          </button>
        </span>
      </figcaption>
    </figure>
  )
}

const sizesOf = (width: number, least: number, phone = least) =>
  ({ '--least': `${least}px`, '--phone': `${phone}px`, '--most': `${Math.round(width * 1.3)}px` }) as CSSProperties
