import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repo } from '../../scripts/house.mjs'
import { startServer } from './server'

/** Two years of history take most of a minute to make: once a build, kept beside it (a new build clears the folder). */
const kept = join(repo, '.next/demo-data')

/** Before the workers start: each of them copies it. */
export default async function demoKept(): Promise<void> {
  if (!existsSync(kept)) await make()
}

/** A folder with the whole demonstration that the caller may do anything to. */
export function demoCopy(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'hengdong-demo-'))
  cpSync(kept, folder, { recursive: true })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

async function make(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hengdong-demo-'))
  const server = await startServer({ dataDir: folder, demo: true })
  await server.stop()
  cpSync(folder, `${kept}.part`, { recursive: true })
  renameSync(`${kept}.part`, kept)
  rmSync(folder, { recursive: true, force: true })
}
