'use server'

import { removeExportTemplate, saveExportTemplate } from '../../db/commands/export-templates'
import { templateInput, templateRef } from '../../domain/export-template'
import { formAction } from '../_lib/form-action'

export const saveTemplate = formAction(templateInput, saveExportTemplate, { to: () => '/exports', saved: (t) => t.exports.saved })
export const removeTemplate = formAction(templateRef, removeExportTemplate, { to: () => '/exports', saved: (t) => t.exports.removed })
