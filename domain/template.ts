/** The same words in both languages; a milestone keeps the Chinese ones, the English ones are read through its key. */
export type Words = { zh: string; en: string }

/** `definition` says in one line when it is met, `proof` what shows it. `{year}` in a yearly one stands for each year. */
export type TemplateMilestone = { key: string; name: Words; definition: Words; proof: Words }

/** A way of building, as data: its milestones in order, and the steps of physical progress a unit may report. */
export type MilestoneTemplate = {
  code: string
  name: Words
  milestones: readonly TemplateMilestone[]
  /** Laid once for every year asked for (任务类). */
  yearly: boolean
  steps: readonly Words[]
}

const filled = ({ zh, en }: Words, year: number): Words => ({
  zh: zh.replaceAll('{year}', String(year)),
  en: en.replaceAll('{year}', String(year)),
})

function inYear(milestone: TemplateMilestone, year: number): TemplateMilestone {
  const { key, name, definition, proof } = milestone
  return { key: `${key}-${year}`, name: filled(name, year), definition: filled(definition, year), proof: filled(proof, year) }
}

/** What a template lays on a work. */
export function milestonesToLay(template: MilestoneTemplate, years: readonly number[]): readonly TemplateMilestone[] {
  return template.yearly ? years.flatMap((year) => template.milestones.map((milestone) => inYear(milestone, year))) : template.milestones
}

/** The words behind a stored key such as `task.done-2025`; null for a milestone that came from no template. */
export function templateWords(templates: readonly MilestoneTemplate[], key: string | null): TemplateMilestone | null {
  const [, stem, year] = /^(.+?)(?:-(20\d\d))?$/.exec(key ?? '') ?? []
  const milestone = templates.flatMap((template) => template.milestones).find((entry) => entry.key === stem)
  if (!milestone) return null
  return year === undefined ? milestone : inYear(milestone, Number(year))
}
