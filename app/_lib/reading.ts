import { forbidden, notFound } from 'next/navigation'
import { Refusal } from '../../domain/errors'

/** Runs a page's query: what is not there, or not the reader's to know, is the 404 page, a role that may not look the 403 page. */
export function reading<T>(query: () => T): T {
  try {
    return query()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    if (error instanceof Refusal && error.code === 'forbidden') forbidden()
    throw error
  }
}
