import type { Metadata } from 'next'
import { boxDetail } from '../../../../db/queries/sectors'
import { fill } from '../../../../domain/messages'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { PrintButton } from '../../../_components/print-button'
import { reader } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { boxRow } from '../../box-rows'
import { Quantities } from '../../quantities'
import { type RollupRow, RollupTable } from '../../rollup-table'
import { BoxWorks } from './works'

type Props = { params: Promise<{ sector: string; box: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await reader()
  return { title: fill(t.common.box, { id: (await params).box.slice(0, 10) }) }
}

export default async function BoxPage({ params }: Props) {
  const [{ actor }, { locale, t }, asked] = await Promise.all([requireViewer(), reader(), params])
  const detail = reading(() => boxDetail(actor, asked.sector, asked.box))
  const { box, rollup, classes, quantities, works } = detail
  const sector = t.labels.sectors[box.sector]
  const byClass: RollupRow[] = classes.map(({ name, rollup, first }) => ({
    key: name ?? '',
    name: name === null ? <span className="soft">{t.chains.noClass}</span> : <span lang="zh-CN">{name}</span>,
    rollup,
    filter: name !== null && first === rollup.works ? `box=${box.id}&class=${encodeURIComponent(name)}` : null,
  }))
  const whole = { ...boxRow(detail, t), name: <strong>{t.chains.sumAll}</strong> }
  return (
    <div className="page">
      <PageHead
        title={<span lang="zh-CN">{box.title}</span>}
        lead={`${fill(t.common.box, { id: box.id })} · ${fill(t.chains.boxWorks, { works: rollup.works })}`}
        crumbs={[
          { text: t.chains.sectorsTitle, href: '/sectors' },
          { text: sector, href: `/sectors/${box.sector}` },
          { text: fill(t.common.box, { id: box.id }) },
        ]}
      >
        <a className="button" href={`/plan/boxes/${box.id}`}>
          {t.chains.toPlan}
        </a>
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        <Panel title={byClass.length > 0 ? t.chains.classesTitle : t.chains.sumAll} flush>
          <RollupTable caption={t.chains.classesCaption} head={t.chains.class} rows={[whole, ...byClass]} t={t} />
        </Panel>
        <Quantities rows={quantities} locale={locale} t={t} />
        <BoxWorks works={works} t={t} />
      </div>
    </div>
  )
}
