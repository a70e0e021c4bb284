import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupManifest, backupManifest } from '../domain/backup-manifest'
import { fileSha256 } from './evidence-check'

export type Manifest = BackupManifest
export type ListedFile = Manifest['files'][number]

export const manifestFile = 'manifest.json'

export function readManifest(folder: string): Manifest | null {
  const file = join(folder, manifestFile)
  if (!existsSync(file)) return null
  try {
    return backupManifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

export function listFile(folder: string, path: string): ListedFile {
  const file = join(folder, path)
  return { path, bytes: statSync(file).size, sha256: fileSha256(file) }
}

/** The paths that are gone or no longer what the manifest says. */
export function damagedFiles(folder: string, manifest: Manifest): string[] {
  return manifest.files.filter((listed) => !isWhole(folder, listed)).map(({ path }) => path)
}

function isWhole(folder: string, listed: ListedFile): boolean {
  if (!existsSync(join(folder, listed.path))) return false
  const { bytes, sha256 } = listFile(folder, listed.path)
  return bytes === listed.bytes && sha256 === listed.sha256
}
