import { resolve } from 'node:path'
import { backupHouse } from '../backup'
import { isDiskFull } from '../disk'
import { dataDir, OperatorError, runOperator } from './operator'

/** `npm run backup -- <folder>`: runs beside the server. */
async function main(folder: string | undefined): Promise<number> {
  if (!folder) throw new OperatorError('用法 Usage: npm run backup -- <空目录 empty folder>')
  const { manifest } = await backupHouse(dataDir(), resolve(folder), new Date().toISOString()).catch(sayFull)
  const { files, chain, damagedEvidence } = manifest
  console.log(`已备份 Backed up: ${resolve(folder)}`)
  console.log(`${files.length} 个文件 files, ${chain.seq} 个事件 events, head ${chain.hash}`)
  for (const { sha256, problem } of damagedEvidence) {
    console.error(`附件${problem === 'missing' ? '缺失' : '被改动'}，不在备份中 · Evidence ${problem}, not in the backup: ${sha256}`)
  }
  return damagedEvidence.length > 0 ? 1 : 0
}

function sayFull(error: unknown): never {
  if (isDiskFull(error))
    throw new OperatorError('磁盘已满，备份没有完成，请删去这个目录 · The disk is full: the backup is not complete, remove its folder')
  throw error
}

await runOperator(() => main(process.argv[2]))
