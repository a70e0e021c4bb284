import type { Reader } from '../client'
import { milestoneTemplates } from '../reference/milestone-templates'

/** The steps of physical progress of a template; none while a work has no template. */
export function stepsOf(_db: Reader, templateCode: string | null): readonly string[] {
  return milestoneTemplates.find((template) => template.code === templateCode)?.steps.map((step) => step.zh) ?? []
}
