import type { MilestoneTemplate } from '../../domain/template'
import { enterprise } from './milestone-templates/enterprise'
import { government } from './milestone-templates/government'
import { investmentPromotion } from './milestone-templates/investment-promotion'
import { task } from './milestone-templates/task'
import { water } from './milestone-templates/water'

/** Codes and keys stand in stored rows: they are never renamed. */
export const milestoneTemplates: readonly MilestoneTemplate[] = [enterprise, government, water, investmentPromotion, task]
