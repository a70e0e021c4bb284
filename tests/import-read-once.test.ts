import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOnce } from '../app/imports/[id]/read-once'
import { orm } from '../db/client'
import { compareImport, createImport, mapImport, stageImportRows } from '../db/commands/imports'
import { importedFile } from '../db/commands/imports-file'
import { events } from '../db/schema'
import { mappingInput } from '../domain/import-input'
import { ctxOf, openTestHouse, type TestHouse } from './support/house'
import { importRow, type Ledger, layoutFor, readRows, rowsOf, settle } from './support/import-house'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
})
afterEach(() => t.close())

const month: Ledger = {
  fields: ['code', 'yearToDateYuan'],
  rows: [
    ['P0001', '60'],
    ['P0002', '70'],
  ],
  about: { purpose: 'reports', period: '2025-09' },
}

/** As the form's action does: mapped, then read with waits between, then handed over to be compared. */
async function send(id: number, key: string): Promise<number> {
  const ctx = { ...ctxOf(t.actors.bureau), key }
  const columns = month.fields.map((field, at) => ({ column: String(at + 1), field, unit: 'wan' }))
  const ref = mapImport(ctx, mappingInput.parse({ sender: '某镇', ...month.about, columns, id: String(id), version: '1' }))
  const once = { ...ctx, key: undefined }
  return readOnce(ref, importedFile(ctx, id), async () => {
    for (const row of readRows(month)) {
      await new Promise((go) => setImmediate(go))
      stageImportRows(once, { ...ref, rows: [row] })
    }
    compareImport(once, ref)
    return month.rows.length
  })
}

const created = () => createImport(ctxOf(t.actors.bureau), { fileName: '台账.xlsx', bytes: Buffer.from('x'), layout: layoutFor(month) }).id
const mappings = () =>
  orm()
    .select()
    .from(events)
    .all()
    .filter(({ action }) => action === 'import.mapped').length

test('a mapping sent twice at once is read once, and both are told the same', async () => {
  const id = created()
  expect(await Promise.all([send(id, 'one'), send(id, 'one')])).toEqual([2, 2])
  expect([rowsOf(id).length, mappings()]).toEqual([2, 1])
})

test('the same sending that comes again later answers like the first and moves nothing', async () => {
  const id = created()
  await send(id, 'one')
  settle()
  const before = importRow(id)
  expect(before.state).toBe('staged')
  expect(await send(id, 'one')).toBe(2)
  expect(importRow(id)).toEqual(before)
})

test('another sending of what was mapped meanwhile is still told that it is stale', async () => {
  const id = created()
  await send(id, 'one')
  await expect(send(id, 'two')).rejects.toThrow('stale')
})

test('a reading that a stop broke off is not told as read', async () => {
  const id = created()
  const ref = { id, version: 2 }
  expect(() => readOnce(ref, { state: 'reading', version: 2, rows: 1 }, async () => 2)).toThrow('import-reading-broken')
})
