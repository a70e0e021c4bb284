'use client'

import { useState } from 'react'
import { ActionForm, Submit } from '../_components/form'
import type { FormAction, FormState } from '../_lib/form-state'
import { PastedRows } from './pasted-rows'
import type { CensusWords, Preview } from './words'

type Props = { preview: FormAction; save: FormAction; words: CensusWords }

/** Paste, look at every cell, then save: row by row, or all good ones of a page. */
export function CensusPaste({ preview, save, words }: Props) {
  const { paste } = words
  const [list, setList] = useState('')
  const [found, find] = useState<{ at: number; preview: Preview } | null>(null)
  const look = (state: FormState) => {
    if (state.status === 'saved') find((before) => ({ at: (before?.at ?? 0) + 1, preview: state.result as Preview }))
  }
  return (
    <details className="panel census-paste" open={found ? true : undefined}>
      <summary className="panel-head">
        <span className="opens">{paste.title}</span>
      </summary>
      <div className="panel-body">
        <ActionForm action={preview} onAnswer={look}>
          <p>{paste.lead}</p>
          <p className="soft small">{paste.heads}</p>
          <label className="field">
            <span className="field-head">{paste.field}</span>
            <span className="box">
              <textarea
                name="list"
                rows={6}
                maxLength={200_000}
                wrap="off"
                spellCheck={false}
                value={list}
                onChange={(event) => setList(event.target.value)}
              />
            </span>
          </label>
          <div className="form-end">
            <Submit>{found ? paste.again : paste.preview}</Submit>
          </div>
        </ActionForm>
        {found ? <PastedRows key={found.at} preview={found.preview} save={save} words={words} /> : null}
      </div>
    </details>
  )
}
