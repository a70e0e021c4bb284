import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { checkDocuments, type DamagedDocument } from '../audit-documents'
import { askedHead, findHead } from '../audit-head'
import { type BreakKind, type ChainReport, verifyChain } from '../audit-verify'
import { checkEvidence } from '../evidence-check'
import { type HeadProblem, headProblem, readKeptHead } from '../kept-head'
import { dataDir, OperatorError, runOperator } from './operator'

const breaks: Record<BreakKind, string> = {
  gap: '缺号 · missing',
  link: '与前一事件脱节 · does not follow the one before',
  fields: '内容被改动 · altered',
  body: '正文被改动 · its words were altered',
  epoch: '纪元不符 · wrong epoch',
}
const documentProblems: Record<DamagedDocument['problem'], string> = {
  word: 'Word 文件被改动 · its Word file was altered',
  page: '网页被改动 · its page was altered',
  frozen: '冻结的数据被改动 · its frozen figures or words were altered',
  missing: '缺失，事件链上有它的印发 · missing, the chain says that it was issued',
  unproven: '事件链上没有它的印发 · nothing in the chain says that it was issued',
}
const heads: Record<HeadProblem, string> = {
  missing: '缺少 chain-head 文件，无法证明数据库是最新的 · chain-head is missing: nothing proves that this is the newest database',
  unreadable: 'chain-head 文件无法读取 · chain-head cannot be read',
  behind: '数据库比 chain-head 旧，可能换上了旧文件 · the database ends before chain-head: an older file was put in its place',
  other:
    '数据库不含 chain-head 所指事件，可能换上了别的文件 · the database does not hold the event of chain-head: another file was put in its place',
}

/**
 * `npm run audit:verify`: proves the event chain, the evidence and the issued papers, beside a running server. With `-- --head <hash>` it also says which event
 * has the hash that stands in the footer of a document, and that everything up to it is whole.
 */
function main(): number {
  const dir = dataDir()
  const hash = askedHead(process.argv.slice(2))
  if (hash === undefined) throw new OperatorError('用法 Usage: npm run audit:verify -- --head <64 hex digits, 64 位十六进制>')
  if (!existsSync(join(dir, 'library.db'))) throw new OperatorError(`没有找到数据库：${dir} · There is no library in ${dir}`)
  const kept = readKeptHead(dir)
  const db = new Database(join(dir, 'library.db'), { readonly: true })
  try {
    const chain = verifyChain(db)
    const problem = chain.broken ? null : headProblem(kept, db)
    const evidence = checkEvidence(db, dir)
    for (const { sha256, problem } of evidence.damaged)
      console.log(`evidence ${sha256}: ${problem === 'missing' ? '缺失 · missing' : '被改动 · altered'}`)
    console.log(`${evidence.files} 个附件 evidence files, ${evidence.damaged.length} 个损坏 damaged`)
    const papers = saysDocuments(db)
    if (problem) console.log(heads[problem])
    console.log(verdict(chain, problem !== null))
    const isProven = hash === null || saysHead(db, hash, chain)
    return chain.broken || problem || evidence.damaged.length > 0 || !papers || !isProven ? 1 : 0
  } finally {
    db.close()
  }
}

/** Names every issued paper that is not what was issued; true = all are. */
function saysDocuments(db: Database.Database): boolean {
  const { documents, damaged } = checkDocuments(db)
  for (const { number, problem } of damaged) console.log(`document ${number}: ${documentProblems[problem]}`)
  console.log(`${documents} 份印发文件 issued documents, ${damaged.length} 处不符 problems`)
  return damaged.length === 0
}

function saysHead(db: Database.Database, hash: string, chain: ChainReport): boolean {
  const found = findHead(db, hash, chain)
  if (!found) console.log(`head ${hash}: 链上没有这个事件 · NO event of this chain has it`)
  else if (!found.whole)
    console.log(`head ${hash}: 第 ${found.seq} 号，其前事件链已断 · event ${found.seq}, NOT proven: the chain breaks before it`)
  else console.log(`head ${hash}: 第 ${found.seq} 号，${found.at}，至此完整 · event ${found.seq}, ${found.at}, the chain is whole up to it`)
  return found?.whole === true
}

function verdict({ events, head, erased, epochs, broken }: ChainReport, headDiffers: boolean): string {
  if (broken) return `事件链断于第 ${broken.seq} 号：first break at event ${broken.seq}: ${breaks[broken.what]}`
  const words = `${events} events, head ${head.hash}`
  const more = `${epochs.length} epochs, ${erased} erased · ${events} 个事件`
  return headDiffers ? `${words}, NOT the kept head (${more})` : `${words}, whole (${more}，完整)`
}

await runOperator(main)
