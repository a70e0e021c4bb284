import type { ReactNode } from 'react'
import type { Light, LightLevel } from '../../domain/light'
import { fill, type Messages } from '../../domain/messages'

/** Shape, word and colour, always all three; the word is the reason, the level is said to a screen reader by the title. */
export function LightMark({ level, children, title, bare }: { level: LightLevel; children: ReactNode; title?: string; bare?: boolean }) {
  return (
    <span className={`light light-${level}${bare ? ' light-bare' : ''}`} title={title}>
      {children}
    </span>
  )
}

/** A light as it was rated: its reason in words; its name (进度, 开工, 里程碑) and the whole sentence on hover. */
export function RatedLight({ light, t, bare }: { light: Light; t: Messages; bare?: boolean }) {
  const name = `${t.labels.lightKinds[light.kind]} · ${t.labels.lightLevels[light.level]} · ${lightSentence(light, t)}`
  return (
    <LightMark level={light.level} title={name} bare={bare}>
      {lightWords(light, t)}
    </LightMark>
  )
}

/** What a light says in a few words, whatever it is of. */
export function lightWords(light: Pick<Light, 'level' | 'reason' | 'params'>, t: Messages): string {
  const reasons: Record<string, string> = t.lights
  return fill(reasons[light.reason] ?? t.labels.lightLevels[light.level], light.params)
}

/** The same reason where there is room for a sentence. */
export function lightSentence(light: Pick<Light, 'level' | 'reason' | 'params'>, t: Messages): string {
  const reasons: Record<string, string> = t.lights
  return fill(reasons[`full-${light.reason}`] ?? reasons[light.reason] ?? t.labels.lightLevels[light.level], light.params)
}
