import { readFileSync } from 'node:fs'
import { checkDraw, type DrawProblem } from '../../domain/draw-check'
import { type DrawFile, parseDrawFile } from '../../domain/draw-file'
import { OperatorError, runOperator } from './operator'

const problems: Record<DrawProblem, string> = {
  'version-unknown': '算法版本不认识 · the version of the algorithm is unknown',
  'tickets-too-many': '权重合计超过算法的上限 100000 · more tickets than the 100000 that the algorithm takes',
  'seed-hash-differs': '种子与事先承诺的散列不符 · the seed does not match the hash committed to',
  'seed-committed-late': '种子的承诺晚于名单冻结 · the seed was committed to after the list was frozen',
  'head-malformed': '公开值不是事件链首散列 · the public value is no head of an event chain',
  'code-twice': '名单中有编码重复 · a code stands twice in the list',
  'list-hash-differs': '名单与其散列不符，名单被改动 · the list does not match its hash: it was altered',
  'strata-unasked': '写明不分层，名单却有分层 · strata in the list, but the draw is said to have none',
  'tickets-unasked': '写明不加权，名单却有权重 · tickets in the list, but the draw is said to be unweighted',
  'count-too-large': '抽取数多于候选数 · more to draw than candidates',
  'reason-missing': '再次抽取没有写明理由 · a further draw without its reason',
  'drawn-differs': '重复抽取的结果与文件所列不同 · the repeat draws others than the file lists',
}

/** `npm run draw -- <exported file>`: repeats a draw from its file alone. The codes go to stdout, everything else to stderr. */
function main([path]: string[]): number {
  if (!path) throw new OperatorError('用法 Usage: npm run draw -- <导出的抽取文件 exported draw>')
  const file = readDraw(path)
  const { problems: found, repeated } = checkDraw(file)
  for (const problem of found) console.error(`${path}: ${problems[problem]}`)
  if (found.includes('drawn-differs')) console.error(`重复抽取得到 · the repeat draws: ${repeated?.join(' ')}`)
  if (found.length > 0) return 1
  console.error(`${plain(file.title)} · ${plain(file.round)} · 第 ${file.n} 次抽取 draw ${file.n}`)
  console.error(`种子、名单散列、结果均相符 · seed, list and result agree: ${file.drawn.length} / ${file.candidates.length}`)
  for (const code of repeated ?? []) console.log(code)
  return 0
}

/** A terminal obeys control characters; a file from elsewhere gets none through. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')

function readDraw(path: string): DrawFile {
  const read = parseDrawFile(readText(path))
  if ('file' in read) return read.file
  const where = read.malformed.slice(0, 5).join(', ') || 'JSON'
  throw new OperatorError(`${path}: 不是抽取文件 · is no exported draw (${where})`)
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new OperatorError(`${path}: 无法读取 · cannot be read (${error instanceof Error ? error.message : error})`)
  }
}

await runOperator(() => main(process.argv.slice(2)))
