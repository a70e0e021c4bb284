/** Lights: each its own, with a reason that can be said in a sentence; never one magic colour. */
export const lightLevels = ['red', 'yellow', 'green', 'none'] as const
export type LightLevel = (typeof lightLevels)[number]
export const lightKinds = ['progress', 'start', 'milestone', 'funds', 'registration'] as const
export type LightKind = (typeof lightKinds)[number]

/** `reason` names a text in messages `lights`; `params` fill it; `inputs` are what it was computed from. */
export type Light = {
  kind: LightKind
  level: LightLevel
  reason: string
  params: Record<string, string | number>
  inputs: Record<string, string | number | null>
}

const severity: Record<LightLevel, number> = { red: 3, yellow: 2, green: 1, none: 0 }

/** Nobody has reported: that outranks a green light beside it, so that silence never looks like being on course. */
const silent = ['missed-months', 'no-report']
/** Money in place or an entry in the statistics is no progress: a green one of theirs never stands for the work. */
const supporting: readonly LightKind[] = ['funds', 'registration']
function weight({ kind, level, reason }: Light): number {
  if (level === 'none' && silent.includes(reason)) return 1.5
  return level === 'green' && supporting.includes(kind) ? 0 : severity[level]
}

/** The light to show by name where there is room for one: the most serious, the first among equals. */
export function worstLight(lights: readonly Light[]): Light | null {
  return lights.reduce<Light | null>((worst, light) => (worst === null || weight(light) > weight(worst) ? light : worst), null)
}
