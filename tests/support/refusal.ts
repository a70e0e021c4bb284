import { expect } from 'vitest'
import { Refusal } from '../../domain/errors'

/** The code of the refusal, with its fields where it names some: `invalid: username username-taken`. */
export async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const fields = error.issues.map(({ field, code }) => `${field} ${code}`)
    return fields.length > 0 ? `${error.code}: ${fields.join(', ')}` : error.code
  }
  return expect.fail('nothing was refused')
}
