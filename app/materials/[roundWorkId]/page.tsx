import type { Metadata } from 'next'
import { type MaterialForm, materialForm } from '../../../db/queries/round-materials'
import { fill, type Messages } from '../../../domain/messages'
import { LightMark } from '../../_components/light'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { idOf } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { MaterialPanel } from './material-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.materials.title }
}

/** What an inspection asks of one work: the unit hands in here, on a phone; readers see what has come. */
export default async function MaterialsPage({ params }: { params: Promise<{ roundWorkId: string }> }) {
  const [{ actor }, t, { roundWorkId }] = await Promise.all([requireViewer(), messages(), params])
  const form = reading(() => materialForm(actor, idOf(roundWorkId)))
  const words = t.rounds.materials
  const left = form.materials.filter(({ given }) => given.length === 0).length
  return (
    <div className="page page-narrow">
      <div className="form-top">
        <a href={form.mayHandIn ? '/' : `/projects/${form.work.code}`}>‹ {t.common.back}</a>
        <h1>{words.title}</h1>
      </div>
      <p className="page-lead mb-4">
        <span lang="zh-CN">{form.round.title}</span> · <span lang="zh-CN">{form.work.name}</span>
        {form.visitOn ? ` · ${fill(words.visitOn, { day: form.visitOn })}` : ''}
        <br />
        <Due form={form} left={left} t={t} />
      </p>
      <div className="stack">
        {form.materials.length === 0 ? <p className="soft">{words.none}</p> : null}
        {form.materials.map((material) => (
          <MaterialPanel key={material.id} material={material} roundWorkId={form.roundWorkId} t={t} />
        ))}
      </div>
    </div>
  )
}

function Due({ form: { round, materials }, left, t }: { form: MaterialForm; left: number; t: Messages }) {
  const words = t.rounds.materials
  if (materials.length > 0 && left === 0) return <LightMark level="green">{words.allCome}</LightMark>
  if (!round.dueOn) return <LightMark level="yellow">{fill(words.left, { count: left })}</LightMark>
  const late = round.dueOn < today()
  return (
    <LightMark level={late ? 'red' : 'yellow'}>{fill(late ? words.overdue : words.leftBy, { count: left, day: round.dueOn })}</LightMark>
  )
}
