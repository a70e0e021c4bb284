'use server'

import { createProject } from '../../../db/commands/projects'
import { newProjectInput } from '../../../domain/project-input'
import { formAction } from '../../_lib/form-action'

export const addProject = formAction(newProjectInput, createProject, {
  to: ({ code }) => `/projects/${code}/edit`,
  saved: (t) => t.facts.created,
})
