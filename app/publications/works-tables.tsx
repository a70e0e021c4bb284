import type { WorkRow } from '../../db/queries/publications'
import { shanghaiDay } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { StageWord } from '../_components/badge'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { type Column, Table } from '../_components/table'
import { Ticks } from '../_components/ticks'
import type { FormAction } from '../_lib/form-state'
import { endPublic, makePublic } from './actions'

type Props = { rows: readonly WorkRow[]; t: Messages }
type TickProps = Props & { caption: string; form: string; action: FormAction; button: string; isTicked: (row: WorkRow) => boolean }

/** Works that are public: tick those whose publication ends. */
export function PublicWorks(props: Props) {
  const { oc4ids: words } = props.t.open
  return <TickedWorks {...props} caption={words.works} form="end-public" action={endPublic} button={words.end} isTicked={() => true} />
}

/** Works a search found: tick those that become public. */
export function FoundWorks(props: Props) {
  const { oc4ids: words } = props.t.open
  const may = ({ publishedAt, stage }: WorkRow) => publishedAt === null && stage !== 'withdrawn'
  return <TickedWorks {...props} caption={words.found} form="make-public" action={makePublic} button={words.publish} isTicked={may} />
}

/** Ticks belong to the form that stands under the table. */
function TickedWorks({ rows, t, caption, form, action, button, isTicked }: TickProps) {
  const words = t.open.oc4ids
  return (
    <>
      <Table caption={caption} columns={columns(form, isTicked, t)} rows={rows} keyOf={(row) => row.id} />
      <ActionForm action={action} id={form} className={rows.some(isTicked) ? 'form panel-body' : 'form'} aria-label={button}>
        <Hidden name="subject" value="project" />
        {rows.some(isTicked) ? (
          <div className="form-end">
            <Submit look="plain">{button}</Submit>
            <Ticks name="ids[]" field="ids" all={words.tickAll} none={words.tickNone} error={words.tickSome} />
          </div>
        ) : null}
      </ActionForm>
    </>
  )
}

function columns(form: string, isTicked: (row: WorkRow) => boolean, t: Messages): Column<WorkRow>[] {
  const words = t.open.oc4ids
  return [
    {
      key: 'tick',
      head: <span className="sr">{words.tickHead}</span>,
      label: '',
      card: 'top',
      cell: (row) => (isTicked(row) ? <Tick row={row} form={form} name={fill(words.tick, { name: row.name })} /> : null),
    },
    { key: 'code', head: words.code, kind: 'code', card: 'top', cell: ({ code }) => code },
    {
      key: 'name',
      head: words.name,
      card: 'title',
      cell: ({ code, name }) => (
        <a href={`/projects/${code}`} lang="zh-CN">
          {name}
        </a>
      ),
    },
    { key: 'stage', head: words.stage, tight: true, cell: ({ stage }) => <StageWord stage={stage} t={t} /> },
    { key: 'state', head: words.state, tight: true, cell: (row) => <PublicState row={row} t={t} /> },
  ]
}

const Tick = ({ row, form, name }: { row: WorkRow; form: string; name: string }) => (
  <label className="row-tick">
    <input type="checkbox" name="ids[]" value={row.id} form={form} aria-label={name} />
  </label>
)

function PublicState({ row: { publishedAt, stage }, t }: { row: WorkRow; t: Messages }) {
  const words = t.open.oc4ids
  if (publishedAt) return fill(words.isPublic, { day: shanghaiDay(publishedAt) })
  return <span className="soft">{stage === 'withdrawn' ? words.isWithdrawn : words.isNot}</span>
}
