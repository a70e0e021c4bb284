import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { orm } from '../../db/client'
import { closeHouse, openHouse } from '../../db/open'
import { maskedQuote } from '../../db/queries/mask'
import { meta } from '../../db/schema'
import { instantOn, testDay } from '../support/house'

test('in a demonstration names of real firms are left out of quotes, longer names first', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hengdong-'))
  openHouse({ dir, at: instantOn(testDay), today: testDay, demo: true })
  expect(maskedQuote('支持蓬源鸿达做大做强')).toBe('支持蓬源鸿达做大做强')
  orm()
    .insert(meta)
    .values({ key: 'masked-names', value: JSON.stringify(['蓬源', '蓬源鸿达']) })
    .run()
  expect(maskedQuote('支持蓬源鸿达和蓬源镇')).toBe('支持〔略〕和〔略〕镇')
  closeHouse()
  rmSync(dir, { recursive: true, force: true })
})
