import { removeExportTemplate, saveExportTemplate } from '../../../db/commands/export-templates'
import { templateInput, templateRef } from '../../../domain/export-template'
import { ctxOf, type TestHouse } from '../house'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const input = (name: string) => templateInput.parse({ code: '', version: '0', name, columns: [{ field: 'name', head: '项目', unit: '' }] })
const saved = (t: TestHouse) => saveExportTemplate(ctxOf(t.actors.bureau), input('报省模板'))

export const exportsAttempts: Attempt[] = [
  { command: 'saveExportTemplate', may: bureau, prepare: () => (ctx) => saveExportTemplate(ctx, input('另一模板')) },
  {
    command: 'removeExportTemplate',
    may: bureau,
    prepare: (t) =>
      given(saved(t), (ctx, { code, version }) => removeExportTemplate(ctx, templateRef.parse({ code, version: String(version) }))),
  },
]
