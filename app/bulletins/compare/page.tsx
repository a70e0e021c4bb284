import type { Metadata } from 'next'
import { bulletinComparison } from '../../../db/queries/bulletin-comparison'
import { type BulletinItem, bulletinList } from '../../../db/queries/bulletins'
import { readAddress } from '../../../domain/address'
import { compareParams } from '../../../domain/bulletin-params'
import type { Messages } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { Compared } from '../compared'
import { mayCompare } from '../may-compare'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).bulletins.compareTitle }
}

export default async function ComparePage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  mayCompare(actor)
  const t = await messages()
  const words = t.bulletins
  const { a, b } = readAddress(compareParams, await searchParams).params
  const issued = reading(() => bulletinList(actor)).filter(({ state, kind }) => state === 'issued' && kind === 'bulletin')
  // The two newest, the earlier first, until others are chosen.
  const [before, now] = [a ?? issued[1]?.id, b ?? issued[0]?.id]
  return (
    <div className="page">
      <PageHead
        title={words.compareTitle}
        lead={words.compareLead}
        crumbs={[{ text: t.nav.bulletins, href: '/bulletins' }, { text: words.compareTitle }]}
      >
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        {issued.length > 0 ? <ChooseTwo issued={issued} a={before} b={now} t={t} /> : null}
        {before !== undefined && now !== undefined ? (
          <Compared comparison={reading(() => bulletinComparison(actor, before, now))} t={t} />
        ) : (
          <section className="panel">
            <Empty title={words.compareFew} />
          </section>
        )}
      </div>
    </div>
  )
}

type ChooseProps = { issued: readonly BulletinItem[]; a: number | undefined; b: number | undefined; t: Messages }

function ChooseTwo({ issued, a, b, t }: ChooseProps) {
  const words = t.bulletins
  const choices = [
    { name: 'a', label: words.compareA, value: a },
    { name: 'b', label: words.compareB, value: b },
  ]
  return (
    <Panel>
      <form className="bulletin-two" action="/bulletins/compare">
        {choices.map(({ name, label, value }) => (
          <label key={name} className="field">
            <span className="field-head">
              <span>{label}</span>
            </span>
            <span className="box">
              <select name={name} defaultValue={value}>
                {issued.map(({ id, number, title }) => (
                  <option key={id} value={id} lang="zh-CN">
                    {number} {title}
                  </option>
                ))}
              </select>
            </span>
          </label>
        ))}
        <button type="submit" className="button button-main">
          {words.compareShow}
        </button>
      </form>
    </Panel>
  )
}
