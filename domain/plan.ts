/** The plan as data: shapes of what `db/plan/` quotes from the county's 14th Five-Year Plan, each with its clause. */

/** Where a statement stands: 1-based line of the plan text, and an exact part of that line. */
export type Clause = { line: number; quote: string }

export const sectors = [
  'industry',
  'water',
  'energy',
  'information',
  'circulation',
  'culture-tourism',
  'ecology',
  'agriculture',
  'rural',
  'culture-welfare',
] as const
export type Sector = (typeof sectors)[number]

export const chainIds = [
  'machinery',
  'cuisine',
  'tourism',
  'chemicals',
  'nonferrous',
  'food',
  'building',
  'supply-chain',
  'digital',
] as const
export type ChainId = (typeof chainIds)[number]

/** An amount as the plan words it; `yuan` is the integer 元 of the figure named, null where the plan leaves it blank. */
export type Amount = { text: string; yuan: number | null; qualifier: string | null }
/** The total the plan states first; further amounts of the same work are parts and are never added silently. */
export type Investment = Amount & { parts: Amount[] }

/** A figure with its words: `value` when exact, `min`/`max` when the words give bounds (以上, 不低于, 3－4万, 控制在…以下). */
export type Quantity = {
  what: string
  value: number | null
  min: number | null
  max: number | null
  unit: string
  text: string
}

/** `work` is reported on; the others are read only. */
export const itemKinds = ['work', 'statement', 'route', 'indicator'] as const
export type ItemKind = (typeof itemKinds)[number]

export type PlanItem = {
  /** `3-1#05`: order of the text within the box; never changed or re-used once landed. */
  code: string
  kind: ItemKind
  name: string
  owner: string | null
  place: string | null
  /** 新建 扩建 改建 技改, only if the words say so. */
  construction: string | null
  class: string | null
  quantities: Quantity[]
  investment: Investment | null
  schedule: string | null
  description: string | null
  clause: Clause
  /** Codes of the same work in other boxes. */
  sameAs: string[]
}

export type PlanBox = { id: string; title: string; sector: Sector; clause: Clause; items: PlanItem[] }

/** How a work comes to a chain: the plan says so, we suggest it, or nobody knows. */
export type ChainBasis =
  | { basis: 'stated'; chain: ChainId; clause: Clause }
  | { basis: 'suggested'; chain: ChainId; reason: string }
  | { basis: 'unknown' }

/** A library work: its permanent code, the items that name it (first = main source) and its chain. */
export type PlanProject = { code: string; name: string; items: string[]; chain: ChainBasis }

export const measures = ['产业规模', '营业收入', '产值'] as const
export type Measure = (typeof measures)[number]

export type PlanChain = {
  id: ChainId
  name: string
  level: string
  target: { yuan: number; measure: Measure; text: string } | null
  clause: Clause
  /** Firms and parks the running text ties to the chain. */
  firms: { name: string; clause: Clause }[]
  parks: { name: string; clause: Clause }[]
}

/** Output and other numeric targets of the running text that belong to no chain. */
export type PlanTarget = {
  code: string
  name: string
  value: number | null
  min: number | null
  max: number | null
  unit: string
  year: number | null
  text: string
  clause: Clause
}

export type IndicatorKind = '预期性' | '约束性'

/** A row of the main table (2020 → 2025); blanks stay null. `kindText` keeps the words (`约束`). */
export type PlanIndicator = {
  no: string
  group: string
  name: string
  unit: string
  value2020: string | null
  target2025: { value: string; text: string } | null
  kind: IndicatorKind
  kindText: string
  clause: Clause
}

/** A row of the 13th-plan table (2016–2020 and mean yearly growth); `-` and empty cells are null. */
export type PastIndicator = {
  no: number
  name: string
  unit: string
  values: { '2016': string | null; '2017': string | null; '2018': string | null; '2019': string | null; '2020': string | null }
  growth: string | null
  clause: Clause
}

export const contradictionKinds = ['conflict', 'blank', 'unit', 'repeat', 'arithmetic', 'name'] as const
export type Contradiction = {
  code: string
  topic: string
  kind: (typeof contradictionKinds)[number]
  severity: 'serious' | 'minor'
  a: { text: string; line: number }
  /** null where the other side is a blank. */
  b: { text: string; line: number } | null
  /** What the product does about it. */
  note: string
}

export type ChapterTenGroup =
  | 'project-category'
  | 'investment-category'
  | 'priority'
  | 'policy-bid'
  | 'enabling-condition'
  | 'inspection'
  | 'evaluation'
  | 'report'
  | 'supervision'
  | 'organisation'
export type ChapterTenEntry = { code: string; group: ChapterTenGroup; name: string; clause: Clause }

export type PlaceKind = 'town' | 'park' | 'core' | 'sub-centre' | 'reservoir'
/** Named in the running text, outside the boxes: `past` = built before the period; `like` = the box item that says the same or nearly so. */
export type PlanCandidate = { code: string; name: string; sector: Sector | null; past: boolean; like: string | null; clause: Clause }
export type PlanPlace = { code: string; kind: PlaceKind; name: string; clause: Clause }
