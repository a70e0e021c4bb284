import { createElement, Fragment, type ReactNode } from 'react'
import {
  addressLine,
  annexMark,
  type Block,
  type NumberedBlock,
  numbered,
  type Paper,
  type PaperTable,
  paperDate,
  paperNumber,
  paperWords,
} from '../../../../domain/official-document'

/** The paper on the screen: the same words, without its typefaces. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <>
      {paper.draft ? <p className="paper-mark">{paperWords.draft}</p> : null}
      <p className="paper-number">
        {paper.issuer} · {paperNumber(paper)}
      </p>
      <h2>{paper.title}</h2>
      {paper.addressee ? <p>{addressLine(paper.addressee)}</p> : null}
      <Blocks blocks={paper.blocks} />
      <p className="paper-sign">
        {paper.issuer}
        <br />
        {paperDate(paper.day)}
      </p>
      {paper.annexes.map((annex, index) => (
        <section key={annex.title} className="paper-annex">
          <p>{annexMark(index, paper.annexes.length)}</p>
          <h3>{annex.title}</h3>
          <Blocks blocks={annex.blocks} />
        </section>
      ))}
    </>
  )
}

/** Spread, so that blocks and cells, which have no names, need no keys. */
const Blocks = ({ blocks }: { blocks: readonly Block[] }) => createElement(Fragment, null, ...numbered(blocks).map(blockElement))

function blockElement(block: NumberedBlock): ReactNode {
  if (block.kind === 'heading') return createElement('h3', null, `${block.number}${block.text}`)
  if (block.kind === 'paragraph') return createElement('p', null, block.runs.map(({ text }) => text).join(''))
  return createElement(PaperTableView, { table: block })
}

function PaperTableView({ table: { head, rows, align, caption } }: { table: PaperTable }) {
  const headCells = (row: PaperTable['head'][number]) => row.map(({ text }) => createElement('th', { scope: 'col' }, text))
  const cells = (row: readonly string[]) =>
    row.map((text, at) => createElement('td', align[at] === 'right' ? { className: 'n' } : null, text))
  return (
    // Scrolls sideways on a phone, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be focusable
    <section className="paper-table" tabIndex={0} aria-label={caption ?? rows[0]?.[0] ?? head[0]?.[0]?.text}>
      <table>
        {createElement('thead', null, ...head.map((row) => createElement('tr', null, ...headCells(row))))}
        {createElement('tbody', null, ...rows.map((row) => createElement('tr', null, ...cells(row))))}
      </table>
    </section>
  )
}
