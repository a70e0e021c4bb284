import { createContext, useContext } from 'react'
import { fill } from '../../../domain/fill'
import type { Light } from '../../../domain/light'
import type { Locale } from '../../../domain/locale'
import { field as enField } from '../../../domain/messages/en/field'
import { labels as enLabels } from '../../../domain/messages/en/labels'
import { lights as enLights } from '../../../domain/messages/en/lights'
import { field } from '../../../domain/messages/zh/field'
import { labels } from '../../../domain/messages/zh/labels'
import { lights } from '../../../domain/messages/zh/lights'

/** Both languages travel with the shell: a site has no network to ask for the other. */
export type Words = { f: typeof field; labels: typeof labels; lights: Record<string, string> }

export const wordsFor = (locale: Locale): Words =>
  locale === 'en' ? { f: enField, labels: enLabels, lights: enLights } : { f: field, labels, lights }

const Context = createContext<Words>(wordsFor('zh-CN'))
export const WordsProvider = Context.Provider
export const useWords = (): Words => useContext(Context)

export function lightWords({ reason, level, params }: Light, words: Words): string {
  return fill(words.lights[reason] ?? words.labels.lightLevels[level], params)
}

/** What this browser was last told, the choice made here coming first; Chinese otherwise, as everywhere. */
export function firstLocale(): Locale {
  const kept = localStorage.getItem('field-locale') ?? /(?:^|; )lang=([\w-]+)/.exec(document.cookie)?.[1]
  return kept === 'en' ? 'en' : 'zh-CN'
}

/** Plan text, names and what people typed stay Chinese. */
export const Zh = ({ children }: { children: string }) => <span lang="zh-CN">{children}</span>
