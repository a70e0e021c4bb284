'use client'

import { useRef, useState } from 'react'
import type { FormAction } from '../_lib/form-state'
import { CensusRow } from './row'
import { Rows } from './rows'
import type { CensusWords, Preview, PreviewRow } from './words'

const rowsAPage = 50
type Props = { preview: Preview; save: FormAction; words: CensusWords }

/** What a pasted list would do. Pages once seen stay, hidden, so that nothing mended in them is lost. */
export function PastedRows({ preview, save, words }: Props) {
  const { paste } = words
  const found = preview.rows.filter((entry) => entry.row !== null)
  const lost = preview.rows.filter((entry) => entry.row === null)
  const pages = Array.from({ length: Math.ceil(found.length / rowsAPage) }, (_, at) => found.slice(at * rowsAPage, (at + 1) * rowsAPage))
  const [page, turn] = useState(0)
  const [seen, see] = useState(1)
  const go = (to: number) => {
    turn(to)
    see(Math.max(seen, to + 1))
  }
  return (
    <div className="stack mt-4">
      {preview.ignored.length > 0 ? <p className="slow">{paste.ignored.replace('{columns}', preview.ignored.join('、'))}</p> : null}
      {preview.left > 0 ? (
        <p className="slow">{paste.left.replace('{most}', String(preview.rows.length)).replace('{left}', String(preview.left))}</p>
      ) : null}
      {lost.length > 0 ? <Lost rows={lost} words={words} /> : null}
      {pages.slice(0, seen).map((rows, at) => (
        <div key={rows[0]?.line} hidden={at !== page}>
          <Page rows={rows} save={save} words={words} />
        </div>
      ))}
      {pages.length > 1 ? (
        <nav className="chips" aria-label={paste.result}>
          {pages.map((rows, at) => (
            <button
              key={rows[0]?.line}
              type="button"
              className={at === page ? 'chip chip-on' : 'chip'}
              aria-current={at === page}
              onClick={() => go(at)}
            >
              {at * rowsAPage + 1}–{at * rowsAPage + rows.length}
            </button>
          ))}
        </nav>
      ) : null}
    </div>
  )
}

/** Rows no work was found for: to be mended in the list. */
function Lost({ rows, words }: { rows: readonly PreviewRow[]; words: CensusWords }) {
  return (
    <ul>
      {rows.map(({ line, given, note }) => (
        <li key={line} className="wrong">
          {words.paste.lost.replace('{line}', String(line)).replace('{given}', given)} {note}
        </li>
      ))}
    </ul>
  )
}

function Page({ rows, save, words }: { rows: readonly PreviewRow[]; save: FormAction; words: CensusWords }) {
  const { paste } = words
  const [done, count] = useState<readonly number[]>([])
  const place = useRef<HTMLDivElement>(null)
  const good = rows.filter((entry) => isGood(entry) && !done.includes(entry.line))
  const saveAll = () => {
    for (const form of place.current?.querySelectorAll<HTMLFormElement>('form.census-good:not(.census-saved)') ?? []) form.requestSubmit()
  }
  return (
    <div ref={place}>
      <Rows words={words} label={paste.result}>
        {rows.map((entry) =>
          entry.row ? (
            <li key={entry.line}>
              <CensusRow
                row={entry.row}
                pasted={entry}
                save={save}
                words={words}
                onSaved={() => count((before) => [...new Set([...before, entry.line])])}
              />
            </li>
          ) : null,
        )}
      </Rows>
      <div className="form-end mt-3">
        {good.length > 0 ? (
          <button type="button" className="button button-main" onClick={saveAll}>
            {paste.saveAll.replace('{count}', String(good.length))}
          </button>
        ) : null}
        <span role="status" className="soft">
          {done.length > 0 ? paste.done.replace('{done}', String(done.length)).replace('{count}', String(rows.length)) : null}
        </span>
      </div>
    </div>
  )
}

const isGood = ({ wrong, note }: PreviewRow): boolean => note === null && Object.keys(wrong).length === 0
