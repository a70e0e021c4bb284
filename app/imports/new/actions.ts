'use server'

import { allowImport, createImport } from '../../../db/commands/imports'
import { pasteInput } from '../../../domain/import-input'
import { formAction } from '../../_lib/form-action'
import { pastedEnding, readLayout } from '../../_lib/import-book'
import { words } from '../../_lib/locale'

/** Cells from the clipboard are kept like a file. */
export const paste = formAction(
  pasteInput,
  async (ctx, { cells }) => {
    allowImport(ctx)
    const bytes = new TextEncoder().encode(cells)
    const fileName = `${(await words()).imports.pastedName}${pastedEnding}`
    return createImport(ctx, { fileName, bytes, layout: await readLayout(bytes, fileName) })
  },
  { to: ({ id }) => `/imports/${id}`, saved: (t) => t.imports.uploaded },
)
