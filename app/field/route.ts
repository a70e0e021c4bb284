import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connection } from 'next/server'

/** One document for everybody and for no one in particular: what a person took along is read by its script, on the device. */
export async function GET(): Promise<Response> {
  await connection()
  const shell = await readFile(join(process.cwd(), 'public/field/shell.html'), 'utf8').catch(() => null)
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  if (shell === null) return new Response('随身督查还没有构建。 · The field page has not been built.', { status: 503, headers })
  return new Response(shell, { headers })
}
