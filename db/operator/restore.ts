import { resolve } from 'node:path'
import { isDiskFull } from '../disk'
import { restoreHouse } from '../restore'
import { OperatorError, runOperator } from './operator'

/** `npm run restore -- <backup> <empty data folder>` */
async function main([backup, target]: string[]): Promise<number> {
  if (!backup || !target) throw new OperatorError('用法 Usage: npm run restore -- <备份 backup> <空的数据目录 empty data folder>')
  const { manifest, head, epoch } = await restoreHouse(resolve(backup), resolve(target), new Date().toISOString()).catch(sayFull)
  console.log(`已恢复 Restored: ${resolve(target)}（备份于 backup made ${manifest.madeAt}）`)
  console.log(`第 ${epoch} 纪元 epoch ${epoch}, ${head.seq} 个事件 events, head ${head.hash}`)
  console.log(`启动 Start: DATA_DIR=${resolve(target)} npm start`)
  for (const { sha256, problem } of manifest.damagedEvidence)
    console.error(
      `备份时附件已${problem === 'missing' ? '缺失' : '被改动'} · Evidence ${problem} already when the backup was made: ${sha256}`,
    )
  return 0
}

function sayFull(error: unknown): never {
  if (isDiskFull(error))
    throw new OperatorError('磁盘已满，没有恢复，请清空目标目录 · The disk is full: not restored, empty the target folder')
  throw error
}

await runOperator(() => main(process.argv.slice(2)))
