'use client'

import { CopyButton } from '../_components/copy-button'
import { useForm } from '../_components/form-context'

type Props = { address: string; once: string; repeated: string; words: { label: string; copied: string; failed: string } }

/** The calendar's address in the answer to the form around it: once, and never again. */
export function NewFeed({ address, once, repeated, words }: Props) {
  const { state } = useForm()
  if (state.status !== 'saved') return null
  const { token } = state.result as { token: string | null }
  if (token === null) return <p>{repeated}</p>
  return (
    <div className="said" role="status">
      <p>{once}</p>
      <code className="block my-2 break-all select-all">{address + token}</code>
      <CopyButton text={address + token} {...words} />
    </div>
  )
}
