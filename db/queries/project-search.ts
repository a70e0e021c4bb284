import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { bigrams, folded } from '../../domain/search'
import { orm } from '../client'
import { projectBigrams, projectList } from '../schema'
import { searchText } from '../summaries'

const searched = [
  projectList.code,
  projectList.name,
  projectList.ownerName,
  projectList.responsibleName,
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
  const byGrams = grams.slice(0, 12).map((gram) => inArray(projectList.projectId, idsOfGram(gram)))
  return [...word].length === 2 ? byGrams[0] : inArray(projectList.projectId, idsHolding(word, and(...byGrams)))
}

const idsOfGram = (gram: string) => orm().select({ id: projectBigrams.projectId }).from(projectBigrams).where(eq(projectBigrams.gram, gram))

/** The grams of a longer word may stand apart: what they find is read again for the word itself. */
function idsHolding(word: string, candidates: SQL | undefined): SQL {
  const rows = orm()
    .select({
      id: projectList.projectId,
      code: projectList.code,
      name: projectList.name,
      sources: projectList.sources,
      ownerName: projectList.ownerName,
      responsibleName: projectList.responsibleName,
      town: projectList.town,
    })
    .from(projectList)
    .where(candidates)
    .all()
  const ids = rows
    .filter((row) =>
      searchText(row)
        .split('\n')
        .some((part) => folded(part).includes(word)),
    )
    .map((row) => row.id)
  return sql`(select value from json_each(${JSON.stringify(ids)}))`
}
