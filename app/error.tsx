'use client'

import { useFormWords } from './_components/form-context'
import { NoPage } from './_components/no-page'

/** Something broke on this page only: what was saved is safe, and there is a number to tell. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const words = useFormWords()
  return (
    <NoPage title={words.errorTitle} text={words.errorText} home={words.toHome}>
      {error.digest ? <p className="soft w-full">{words.errorNumber.replace('{number}', error.digest)}</p> : null}
      <button type="button" className="button button-main" onClick={() => retry()}>
        {words.tryAgain}
      </button>
    </NoPage>
  )
}
