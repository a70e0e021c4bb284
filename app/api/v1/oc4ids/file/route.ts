import { ocNext, ocSetting, ocWorks } from '../../../../../db/queries/oc4ids'
import { noParameters } from '../../../../../domain/api/parameters'
import { Refusal } from '../../../../../domain/errors'
import type { OcSetting } from '../../../../../domain/oc4ids/facts'
import { ocHeadOf } from '../../../../../domain/oc4ids/package'
import { ocProjectOf } from '../../../../../domain/oc4ids/project'
import { publicGet } from '../../../../_lib/api'
import { today } from '../../../../_lib/clock'
import { ownOrigin } from '../../../../_lib/origin'

/** All public works as one package. The first step is read at once, so that a refusal is still an answer of its own. */
export const GET = publicGet(noParameters, (_, request) => {
  const setting = ocSetting(today(), ownOrigin(request.headers))
  const first = ocNext(0)
  if (first.length === 0) throw new Refusal('not-found')
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'public, no-cache',
    'content-disposition': `attachment; filename="oc4ids-${setting.today}.json"`,
  }
  return new Response(streamOf(written(setting, first)), { headers })
})

/** A step at a time; between two of them others have their turn. */
async function* written(setting: OcSetting, first: readonly number[]): AsyncGenerator<string> {
  const head = JSON.stringify(ocHeadOf(`${setting.origin}/api/v1/oc4ids/file`, setting))
  yield `${head.slice(0, -1)},"projects":[`
  let comma = ''
  for (let ids = first; ids.length > 0; ids = ocNext(ids.at(-1) ?? 0)) {
    yield comma +
      ocWorks(ids)
        .map((facts) => JSON.stringify(ocProjectOf(facts, setting)))
        .join(',\n')
    comma = ',\n'
    await new Promise<void>((go) => setImmediate(go))
  }
  yield ']}\n'
}

/** Read as the network takes it; who leaves in the middle stops the work. */
function streamOf(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
