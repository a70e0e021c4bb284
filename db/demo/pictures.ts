import sharp from 'sharp'

/** Where the ground lies, how high the building has come, how far the crane reaches: no two sites look alike. */
export type Scene = { sky: string; ground: string; floors: number; reach: number }

export const scenes = {
  foundation: { sky: '#c9d6df', ground: '#8a6f4e', floors: 1, reach: 120 },
  frame: { sky: '#b8c9d9', ground: '#7d6a52', floors: 4, reach: 200 },
  roof: { sky: '#d8dde2', ground: '#6f6a5e', floors: 6, reach: 160 },
} as const satisfies Record<string, Scene>
export type SceneName = keyof typeof scenes

const kept = new Map<SceneName, Promise<Buffer>>()

/** A drawn building site as a phone would send it: nothing of a real place is in it. */
export function pictureOf(name: SceneName): Promise<Buffer> {
  const picture =
    kept.get(name) ??
    sharp(Buffer.from(drawingOf(scenes[name])))
      .jpeg({ quality: 70 })
      .toBuffer()
  kept.set(name, picture)
  return picture
}

function drawingOf({ sky, ground, floors, reach }: Scene): string {
  const storeys = Array.from(
    { length: floors },
    (_, at) => `<rect x="90" y="${216 - at * 28}" width="130" height="24" fill="#9aa3ab" stroke="#5d666e"/>`,
  )
  const crane = `<path d="M270 250V40M270 52H${270 - reach}M270 52h24" stroke="#c98a2b" stroke-width="5" fill="none"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="${sky}"/>
<rect y="240" width="400" height="60" fill="${ground}"/>${storeys.join('')}${crane}</svg>`
}
