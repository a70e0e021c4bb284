'use client'

import { useState } from 'react'
import type { DrawProblem } from '../../../domain/draw-check'
import type { DrawRepeat } from '../../../domain/draw-repeat'
import { fill } from '../../../domain/fill'
import { ActionForm, Submit } from '../../_components/form'
import type { FormAction, FormState } from '../../_lib/form-state'

export type RepeatWords = Record<
  'choose' | 'field' | 'send' | 'malformed' | 'whole' | 'broken' | 'about' | 'result' | 'listed' | 'seedHash' | 'listHash' | 'publicValue',
  string
> & { problems: Record<DrawProblem, string> }

/** Paste the exported file, or choose it: it is read here and sent as text. */
export function RepeatForm({ repeat, words }: { repeat: FormAction; words: RepeatWords }) {
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<DrawRepeat | null>(null)
  const read = async (file: File | undefined) => {
    if (file) setText(await file.text())
  }
  const look = (state: FormState) => setAnswer(state.status === 'saved' ? (state.result as DrawRepeat) : null)
  return (
    <div className="stack">
      <section className="panel panel-body">
        <ActionForm action={repeat} onAnswer={look}>
          <label className="field">
            <span className="field-head">{words.choose}</span>
            <input type="file" accept="application/json,.json" onChange={(event) => read(event.target.files?.[0])} />
          </label>
          <label className="field">
            <span className="field-head">{words.field}</span>
            <span className="box">
              <textarea
                name="file"
                rows={8}
                spellCheck={false}
                className="repeat-text"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </span>
          </label>
          <div className="form-end">
            <Submit>{words.send}</Submit>
          </div>
        </ActionForm>
      </section>
      {answer ? <Result answer={answer} words={words} /> : null}
    </div>
  )
}

function Result({ answer, words }: { answer: DrawRepeat; words: RepeatWords }) {
  if ('malformed' in answer)
    return (
      <div className="said said-late" role="alert">
        {fill(words.malformed, { fields: answer.malformed.filter(Boolean).join(', ') || 'JSON' })}
      </div>
    )
  const { file, candidates, problems, repeated } = answer
  return (
    <section className="panel panel-body" aria-live="polite">
      <div className={problems.length === 0 ? 'said said-good' : 'said said-late'}>
        {problems.length === 0 ? words.whole : words.broken}
        {problems.length > 0 ? (
          <ul className="list-disc pl-5">
            {problems.map((problem) => (
              <li key={problem}>{words.problems[problem]}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <p className="mt-3">{fill(words.about, { title: file.title, round: file.round, n: file.n, count: file.count, candidates })}</p>
      <dl className="small">
        <Hash name={words.seedHash} value={file.seedHash} />
        <Hash name={words.listHash} value={file.listHash} />
        <Hash name={`${words.publicValue} ${file.publicSource}`} value={file.publicValue} />
      </dl>
      <Codes title={words.result} codes={repeated ?? []} />
      {problems.includes('drawn-differs') ? <Codes title={words.listed} codes={file.drawn} /> : null}
    </section>
  )
}

const Hash = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt className="soft inline">{name} </dt>
    <dd className="inline">
      <code className="break-all">{value}</code>
    </dd>
  </div>
)

const Codes = ({ title, codes }: { title: string; codes: readonly string[] }) => (
  <>
    <h2 className="mt-3 text-base">{fill(title, { count: codes.length })}</h2>
    <ol className="draw-result">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
  </>
)
