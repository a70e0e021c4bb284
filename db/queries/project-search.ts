import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { bigrams, folded } from '../../domain/search'
import { orm } from '../client'
import { projectBigrams, projectList } from '../schema'
import { keptAnswer } from './kept'

const searched = [
  projectList.code,
  projectList.name,
  projectList.ownerName,
  projectList.responsibleName,
  projectList.formerNames,
  projectList.town,
  projectList.sources,
]

/** What is typed, as a condition: every word must stand in the row as it is typed, whatever its width, case and inner space. */
export function searchCondition(typed: string | undefined): SQL | undefined {
  const words = (typed ?? '').split(/\s+/).map(folded).filter(Boolean)
  return words.length === 0 ? undefined : and(...words.slice(0, 8).map(wordCondition))
}

function wordCondition(word: string): SQL | undefined {
  const grams = bigrams(word)
  if (grams.length === 0) return or(...searched.map((column) => sql`instr(lower(${column}), ${word}) > 0`))
  return [...word].length === 2 ? hasGram(word) : inArray(projectList.projectId, idsHolding(word))
}

const idsOfGram = (gram: string) => orm().select({ id: projectBigrams.projectId }).from(projectBigrams).where(eq(projectBigrams.gram, gram))
const hasGram = (gram: string): SQL => inArray(projectList.projectId, idsOfGram(gram))

/** All that is searched in one text; the sign between keeps a word from running over from one part to the next. */
const searchedText = sql<string>`concat_ws(char(1), ${sql.join(searched, sql`, `)})`

/** The grams of a longer word may stand apart: what they find is read again for the word itself, once for all that ask on a page. */
function idsHolding(word: string): SQL {
  const ids = keptAnswer(`word ${word}`, () => {
    const candidates = orm()
      .select({ id: projectList.projectId, text: searchedText })
      .from(projectList)
      .where(and(...bigrams(word).slice(0, 12).map(hasGram)))
      .all()
    return JSON.stringify(candidates.filter(({ text }) => folded(text).includes(word)).map(({ id }) => id))
  })
  return sql`(select value from json_each(${ids}))`
}
