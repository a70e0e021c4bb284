import type { ChainRow } from '../../../../db/queries/chains'
import type { ChainsDocument } from '../../../../domain/api/rollups'
import type { Messages } from '../../../../domain/messages'
import { lightSentence } from '../../../_components/light'

type Chain = ChainsDocument['items'][number]

/** `refs` = where the output stands, for those who may know. */
export function chainDocument({ chain, output, published, expected, light }: ChainRow, refs: string | null, t: Messages): Chain {
  const { id, name, target, clause } = chain
  return {
    id,
    name,
    target: target && { ...target, source: { kind: 'clause', ref: `L${clause.line}` } },
    output: { ...outputDocument(output, refs), published: published?.period ?? null },
    expected: expected && { lowYuan: expected.lowYuan, highYuan: expected.highYuan },
    light: { level: light.level, reason: lightSentence(light, t) },
  }
}

function outputDocument(output: ChainRow['output'], ref: string | null): Omit<Chain['output'], 'published'> {
  if (output === null) return { yuan: null, known: 0, unknown: 0, period: null, source: null }
  const { yuan, known, unknown, through, source } = output
  const kind = source === 'statistics' ? 'statistics' : 'derived'
  return { yuan, known, unknown, period: through, source: yuan === null ? null : { kind, ref } }
}
