import { resolve } from 'node:path'

/** What the commands of the server's operator share. They speak both languages, because nobody is signed in. */
export const dataDir = (): string => resolve(process.env.DATA_DIR || 'data')

/** A sentence for the operator; any other error is a fault of ours and keeps its stack. */
export class OperatorError extends Error {}

export async function runOperator(work: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    console.error(sentence(error) ?? error)
    process.exitCode = 1
  }
}

function sentence(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof OperatorError || error.name === 'DataFolderBusy') return error.message
  const damaged = /^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code))
  return damaged
    ? `数据库文件已损坏，请用 npm run restore 从备份恢复 · The database file is damaged, restore a backup: ${error.message}`
    : null
}
