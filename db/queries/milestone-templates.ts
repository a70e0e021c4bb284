import { type MilestoneTemplate, type TemplateMilestone, templateWords } from '../../domain/template'
import { milestoneTemplates } from '../reference/milestone-templates'

/** Reference data that everybody may read. */
export const templateChoices = (): readonly MilestoneTemplate[] => milestoneTemplates

/** The words of a milestone in both languages through its key; null for one of the work's own. */
export const milestoneWords = (templateKey: string | null): TemplateMilestone | null => templateWords(milestoneTemplates, templateKey)

/** The steps of physical progress of a template, as stored; none while a work has no template. */
export const stepsOf = (templateCode: string | null): readonly string[] =>
  milestoneTemplates.find((template) => template.code === templateCode)?.steps.map((step) => step.zh) ?? []
