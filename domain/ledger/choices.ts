import type { constructionKinds } from '../fact-sheet'
import type { Category, ProjectLevel, Stage } from '../project'
import type { ChoiceLedgerField } from './fields'
import { plain, saysUnknown } from './plain'
import type { CellReading, RawCell } from './shapes'

type ConstructionKind = (typeof constructionKinds)[number]
type Words<Code extends string> = Record<Code, readonly string[]>

/** The first word of each is the library's own; the others are how towns and departments say it. */
const stageWords: Words<Stage> = {
  unknown: ['待确认'],
  reserve: ['储备', '谋划', '策划', '规划', '意向', '谋划储备'],
  preparatory: ['前期', '前期工作', '开展前期', '筹备', '未开工', '待开工', '拟开工', '签约'],
  construction: ['在建', '续建在建', '建设中', '施工', '施工中', '已开工', '正在建设', '开工建设'],
  completed: ['竣工', '已竣工', '完工', '已完工', '建成', '已建成'],
  operation: ['投产', '已投产', '投入使用', '运营', '投产达效', '试生产', '建成投产', '竣工投产'],
  paused: ['停缓建', '停工', '停建', '缓建', '暂停'],
  withdrawn: ['退出', '终止', '取消', '调出'],
}
const categoryWords: Words<Category> = {
  breakthrough: ['突破重大', '重大突破', '突破'],
  continued: ['续建'],
  industrial: ['产业', '产业发展'],
  livelihood: ['民生', '民生保障', '社会民生'],
}
const levelWords: Words<ProjectLevel> = {
  national: ['国家重点', '国家级', '国家'],
  province: ['省重点', '省级重点', '省级', '省'],
  city: ['市重点', '市级重点', '市级', '市'],
  county: ['县重点', '县级重点', '县级', '县'],
}
const constructionWords: Words<ConstructionKind> = {
  new: ['新建'],
  extension: ['扩建'],
  conversion: ['改建', '改造'],
  technical: ['技改', '技术改造'],
}
const wordsOf: Record<ChoiceLedgerField, Words<string>> = {
  stage: stageWords,
  category: categoryWords,
  level: levelWords,
  constructionKind: constructionWords,
}

export function readChoice(field: ChoiceLedgerField, cell: RawCell): CellReading {
  const entries = Object.entries(wordsOf[field])
  const said = plain(cell.text).replace(/(?:类?项目|阶段|类)$/, '')
  const [code] = entries.find(([, words]) => words.includes(said)) ?? []
  if (code !== undefined) return { value: code, flags: [] }
  if (saysUnknown(cell.text)) return { value: null, flags: [] }
  return { refused: 'not-a-choice', params: { text: cell.text, choices: entries.map(([, [own = '']]) => own).join('、') } }
}
