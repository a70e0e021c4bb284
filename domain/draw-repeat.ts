import { draw } from './draw'
import { checkDraw, type DrawProblem } from './draw-check'
import { type DrawFile, parseDrawFile } from './draw-file'

/** An exported draw repeated from its text alone: what it says of itself, what contradicts it, and what the repeat draws. */
export type DrawRepeat =
  | { malformed: string[] }
  | {
      file: Pick<DrawFile, 'title' | 'round' | 'n' | 'count' | 'seedHash' | 'listHash' | 'publicValue' | 'publicSource' | 'drawn'>
      candidates: number
      problems: DrawProblem[]
      /** Null where the version is unknown: there is no rule to repeat it by. */
      repeated: string[] | null
    }

export function repeatDraw(text: string): DrawRepeat {
  const read = parseDrawFile(text)
  if ('malformed' in read) return { malformed: read.malformed.slice(0, 5) }
  const { title, round, n, count, seedHash, listHash, publicValue, publicSource, drawn, candidates } = read.file
  const problems = checkDraw(read.file)
  return {
    file: { title, round, n, count, seedHash, listHash, publicValue, publicSource, drawn },
    candidates: candidates.length,
    problems,
    repeated: problems.includes('version-unknown') ? null : draw(read.file),
  }
}
