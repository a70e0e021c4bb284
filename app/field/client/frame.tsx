import type { ReactNode } from 'react'
import type { Locale } from '../../../domain/locale'
import { useWords } from './words'

type Props = { demo?: boolean; locale: Locale; choose: (locale: Locale) => void; banner: ReactNode; children: ReactNode }

/** A short head, what is on the device and what is not, and the page. */
export function Frame({ demo, locale, choose, banner, children }: Props) {
  const { f } = useWords()
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <>
      {demo ? <div className="demo-mark">{f.demo}</div> : null}
      <header className="field-top">
        <a className="field-brand song" href="#/">
          {f.title}
        </a>
        <a href="/">{f.toSystem}</a>
        <button type="button" className="field-plain" lang={other} onClick={() => choose(other)}>
          {f.otherLanguage}
        </button>
      </header>
      {banner}
      <main className="field-main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
