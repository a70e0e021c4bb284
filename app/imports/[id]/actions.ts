'use server'

import { abandonImport, chooseImportSheet, compareImport, mapImport, stageImportRows, startImport } from '../../../db/commands/imports'
import { approvePlanSource, decideImportRow, keepPlanSource, returnPlanSource, undoImport } from '../../../db/commands/imports-decide'
import { type ImportedFile, importedFile } from '../../../db/commands/imports-file'
import type { Ctx } from '../../../domain/actor'
import {
  type ImportMove,
  importMove,
  importReturn,
  type MappingInput,
  mappingInput,
  rowDecisionInput,
  sheetChoice,
} from '../../../domain/import-input'
import { fill } from '../../../domain/messages'
import { formAction } from '../../_lib/form-action'
import { pause, readLayout, readRows } from '../../_lib/import-book'
import { readOnce } from './read-once'

const page = ({ id }: { id: number }) => `/imports/${id}`

export const chooseSheet = formAction(
  sheetChoice,
  async (ctx, { sheet, ...ref }) => {
    const { bytes, fileName } = importedFile(ctx, ref.id)
    return chooseImportSheet(ctx, { ...ref, layout: await readLayout(bytes, fileName, sheet) })
  },
  { to: page },
)

/** Mapped, read to its end once however often it is sent, and handed to the server to be compared; a stop in between leaves it to be read again. */
export const map = formAction(mappingInput, mapAndRead, {
  to: page,
  saved: (t, { rows }) => fill(t.imports.mapSaved, { rows }),
})

async function mapAndRead(ctx: Ctx, input: MappingInput): Promise<{ id: number; rows: number }> {
  const ref = mapImport(ctx, input)
  const file = importedFile(ctx, ref.id)
  return { id: ref.id, rows: await readOnce(ref, file, () => readAll({ ...ctx, key: undefined }, ref, file)) }
}

async function readAll(once: Ctx, ref: ImportMove, file: ImportedFile): Promise<number> {
  let rows = 0
  for (const part of await readRows(file.bytes, file.fileName, file)) {
    stageImportRows(once, { ...ref, rows: part })
    rows += part.length
    await pause()
  }
  compareImport(once, ref)
  return rows
}

export const decide = formAction(rowDecisionInput, decideImportRow, { saved: (t) => t.imports.decided })
export const start = formAction(importMove, startImport, { saved: (t) => t.imports.startSaved })
export const abandon = formAction(importMove, abandonImport, { to: () => '/imports', saved: (t) => t.imports.abandonSaved })
export const undo = formAction(importMove, undoImport, { saved: (t) => t.imports.undoSaved })
export const keep = formAction(importMove, keepPlanSource, { saved: (t) => t.imports.keepSaved })
export const approve = formAction(importMove, approvePlanSource, { saved: (t) => t.imports.approveSaved })
export const sendBack = formAction(importReturn, returnPlanSource, { saved: (t) => t.imports.returnSaved })
