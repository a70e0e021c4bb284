'use server'

import { saveGroups, saveTeam } from '../../../../db/commands/round-team'
import { groupsInput, teamInput } from '../../../../domain/round-input'
import { formAction } from '../../../_lib/form-action'

export const setGroups = formAction(groupsInput, saveGroups)
export const setTeam = formAction(teamInput, saveTeam)
