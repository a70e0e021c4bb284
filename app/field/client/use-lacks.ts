import { useState } from 'react'
import { type Lack, lacksOf } from '../visit-checks'
import type { VisitDraft } from '../visit-draft'
import { useWords } from './words'

export type Wrong = (key: string) => string | undefined
export type Lacks = { all: Lack[]; wrong: Wrong; look: () => Lack[] }

/** Nothing is called wrong before the person says that they are done; from then on the marks go as they are put right. */
export function useLacks(draft: VisitDraft): Lacks {
  const { f } = useWords()
  const [looked, setLooked] = useState(false)
  const all = looked ? lacksOf(draft) : []
  const wrong: Wrong = (key) => {
    const lack = all.find((one) => one.key === key)
    return lack ? f[lack.code] : undefined
  }
  const look = () => {
    setLooked(true)
    return lacksOf(draft)
  }
  return { all, wrong, look }
}
