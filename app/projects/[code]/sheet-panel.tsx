import type { SheetRow } from '../../../db/queries/sheets'
import { shanghaiDay } from '../../../domain/calendar'
import type { FactSheet } from '../../../domain/fact-sheet'
import { fill, type Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { Unknown } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { reviewWords } from './review-words'
import { waitingOrCurrent } from './sheet-in-view'
import type { ProjectPageProps } from './view'

/** 项目基础信息 in force, field by field, and every revision with who submitted and decided. */
export function SheetPanel({ record: { sheets, people }, t }: ProjectPageProps) {
  const words = t.project
  const { approved } = waitingOrCurrent(sheets)
  const waiting = sheets.find((sheet) => sheet.status === 'submitted')
  return (
    <Panel title={words.sheet} note={approved ? inForce(approved, t) : null} id="sheet">
      {waiting ? <p className="slow">{fill(words.sheetWaiting, { revision: waiting.revision })}</p> : null}
      {approved ? <SheetFacts body={approved.body} t={t} /> : <p className="soft">{words.sheetNone}</p>}
      {sheets.length > 0 ? (
        <details className="mt-3">
          <summary className="opens inline">{words.sheetRevisions}</summary>
          <ul className="small mt-1">
            {sheets.map((sheet) => (
              <li key={sheet.id}>
                {fill(words.whereSheet, { revision: sheet.revision })} · {reviewWords(sheet, people, t)}
                {sheet.onBehalf ? ` · ${sheet.onBehalf}` : ''}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  )
}

const inForce = (sheet: SheetRow, t: Messages): string =>
  fill(t.project.sheetNote, { revision: sheet.revision, day: sheet.decidedAt === null ? '' : shanghaiDay(sheet.decidedAt) })

function SheetFacts({ body, t }: { body: FactSheet; t: Messages }) {
  const { fields } = t.project
  const wan = (yuan: number | null) => (yuan === null ? null : `${formatWan(yuan)} ${t.common.wan}`)
  const beside = (value: string | null, source: string | null) => (value && source ? `${value} · ${source}` : value)
  const facts: [string, string | null][] = [
    [fields.nationalCode, body.nationalCode],
    [fields.constructionKind, body.constructionKind && t.labels.constructionKinds[body.constructionKind]],
    [fields.content, body.content],
    [fields.startMonth, body.startMonth],
    [fields.finishMonth, body.finishMonth],
    [fields.totalYuan, beside(wan(body.totalYuan), body.totalDocument)],
    [fields.fullOutputYuan, beside(wan(body.fullOutputYuan), body.fullOutputSource)],
    [fields.openingYuan, beside(wan(body.openingYuan), body.openingYear === null ? null : String(body.openingYear))],
    [fields.approvals, body.approvals.map(({ name, number, day }) => [name, number, day].filter(Boolean).join(' ')).join('；') || null],
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="soft whitespace-nowrap">{name}</dt>
          <dd lang="zh-CN">{value ?? <Unknown why={t.project.notDeclared} />}</dd>
        </div>
      ))}
    </dl>
  )
}
