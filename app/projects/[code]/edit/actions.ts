'use server'

import { assignLeader, assignUnit } from '../../../../db/commands/assignments'
import { confirmChain, editProject, refreshPause } from '../../../../db/commands/projects'
import { moveStage } from '../../../../db/commands/stages'
import { leaderAssignment } from '../../../../domain/leader'
import { chainConfirmation, pauseRefresh, projectEdit, stageMove, unitAssignment } from '../../../../domain/project-input'
import { formAction } from '../../../_lib/form-action'

export const saveIdentity = formAction(projectEdit, editProject, { saved: (t) => t.facts.saved })
export const saveStage = formAction(stageMove, moveStage, { saved: (t) => t.facts.saved })
export const savePause = formAction(pauseRefresh, refreshPause, { saved: (t) => t.facts.saved })
export const saveChain = formAction(chainConfirmation, confirmChain, { saved: (t) => t.facts.saved })
export const saveUnit = formAction(unitAssignment, assignUnit, { saved: (t) => t.facts.saved })
export const saveLeader = formAction(leaderAssignment, assignLeader, { saved: (t) => t.facts.saved })
