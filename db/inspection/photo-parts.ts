import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../domain/calendar'
import { sayWhenFull } from '../disk'
import { syncFolder } from '../durable-file'

/** Pieces of photographs that are not whole yet: $DATA_DIR/uploads/<the phone's id>. */
const folderIn = (dir: string): string => join(dir, 'uploads')
const partOf = (dir: string, clientId: string): string => join(folderIn(dir), clientId)

export function partBytes(dir: string, clientId: string): number {
  const file = partOf(dir, clientId)
  return existsSync(file) ? statSync(file).size : 0
}

/** On disk when it returns: what is said to have come is never asked for again. */
export function appendPart(dir: string, clientId: string, piece: Uint8Array): void {
  const file = partOf(dir, clientId)
  const isNew = !existsSync(file)
  mkdirSync(folderIn(dir), { recursive: true, mode: 0o700 })
  sayWhenFull(() => appendSynced(file, piece))
  if (isNew) syncFolder(folderIn(dir))
}

function appendSynced(file: string, piece: Uint8Array): void {
  const handle = openSync(file, 'a', 0o600)
  try {
    for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const readPart = (dir: string, clientId: string): Buffer => readFileSync(partOf(dir, clientId))
export const dropPart = (dir: string, clientId: string): void => rmSync(partOf(dir, clientId), { force: true })

const keptDays = 30

/** A photograph that nobody goes on with is begun anew, should it come after all. */
export function dropOldParts(dir: string, at: Instant): void {
  if (!existsSync(folderIn(dir))) return
  const before = Date.parse(at) - keptDays * 86_400_000
  for (const name of readdirSync(folderIn(dir))) {
    const { mtimeMs } = statSync(join(folderIn(dir), name))
    if (mtimeMs < before) rmSync(join(folderIn(dir), name), { force: true })
  }
}
