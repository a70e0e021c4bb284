import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { repo } from '../../scripts/house.mjs'

/** A server action as the build knows it: `app/reviews` › `decide`. */
export type ServerAction = { id: string; folder: string; name: string }
export type Fields = Record<string, string | readonly string[]>
type Manifest = { node: Record<string, { filename: string; exportedName: string }> }

/** Every server action of the house. */
export function serverActions(): ServerAction[] {
  const { node } = JSON.parse(readFileSync(join(repo, '.next/server/server-reference-manifest.json'), 'utf8')) as Manifest
  return Object.entries(node).map(([id, { filename, exportedName }]) => ({
    id,
    folder: filename.replace(/\/actions\.ts$/, ''),
    name: exportedName,
  }))
}

export function actionNamed(folder: string, name: string): ServerAction {
  const found = serverActions().find((action) => action.folder === folder && action.name === name)
  if (!found) throw new Error(`no action ${name} in ${folder}`)
  return found
}

/** The address of a page that carries the action; its parameters need not exist. */
export const pageOf = ({ folder }: ServerAction): string =>
  folder === 'app/lang'
    ? '/plan'
    : folder
        .slice(3)
        .replace('[code]', 'P0001')
        .replace('[id]', 'building')
        .replaceAll(/\[\w+\]/g, '1')

export const idIn = ({ id }: { id: number }): string => String(id)

export type Answer = { status: number; said: 'saved' | 'refused' | 'unclear'; text: string }

/** Calls it as the browser's script does, without its page ever having been shown. */
export async function call(who: APIRequestContext, action: ServerAction, fields: Fields): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(`_1_${name}`, one)
  body.append('0', JSON.stringify([{ status: 'idle' }, '$K1']))
  const answer = await who.post(pageOf(action), { headers: { 'next-action': action.id }, multipart: body })
  const text = await answer.text()
  return { status: answer.status(), said: outcome(answer.headers(), text), text }
}

/** Saved: said in the answer, or by going on to the page of what was saved. */
function outcome(headers: Record<string, string>, text: string): Answer['said'] {
  if (headers['x-action-redirect']) return 'saved'
  return (/"status":"(saved|refused)"/.exec(text)?.[1] as 'saved' | 'refused' | undefined) ?? 'unclear'
}
