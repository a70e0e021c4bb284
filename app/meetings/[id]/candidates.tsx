import type { ConditionCandidate, MeetingCandidates, WorkCandidate } from '../../../db/queries/meeting-candidates'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, Submit } from '../../_components/form'
import { LightMark, lightWords, RatedLight } from '../../_components/light'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { addMatter, takeCondition } from './actions'

type Props = { meetingId: number; candidates: MeetingCandidates; t: Messages }

/** What stands on no list and should perhaps stand on this one: one press puts it there. */
export function Candidates({ meetingId, candidates, t }: Props) {
  const words = t.desk.meetings
  const { conditions, conditionsTotal, works, worksTotal } = candidates
  const of = (total: number, name: string) => fill(name, { total })
  return (
    <>
      {conditionsTotal + worksTotal === 0 ? <Panel title={words.candidates}>{words.candidatesNone}</Panel> : null}
      {conditionsTotal > 0 ? (
        <Panel title={words.candidates} note={of(conditionsTotal, words.candidateConditions)} flush>
          <Table
            caption={of(conditionsTotal, words.candidateConditions)}
            columns={conditionColumns(meetingId, t)}
            rows={conditions}
            keyOf={(row) => row.id}
            foot={more(conditions.length, conditionsTotal, t)}
          />
        </Panel>
      ) : null}
      {worksTotal > 0 ? (
        <Panel title={words.candidates} note={of(worksTotal, words.candidateWorks)} flush>
          <Table
            caption={of(worksTotal, words.candidateWorks)}
            columns={workColumns(meetingId, t)}
            rows={works}
            keyOf={(row) => row.code}
            foot={more(works.length, worksTotal, t)}
          />
        </Panel>
      ) : null}
    </>
  )
}

const more = (shown: number, total: number, t: Messages) =>
  shown < total ? <span className="soft small">{fill(t.desk.meetings.candidatesMore, { shown })}</span> : undefined

function conditionColumns(meetingId: number, t: Messages): Column<ConditionCandidate>[] {
  const words = t.facts.conditions
  return [
    {
      key: 'state',
      head: words.state,
      card: 'top',
      cell: ({ overdueDays }) =>
        overdueDays > 0 ? (
          <LightMark level="red">{fill(t.desk.clock.unitLate, { days: overdueDays })}</LightMark>
        ) : (
          t.labels.conditionStates.open
        ),
    },
    { key: 'level', head: t.desk.levelHead, cell: ({ level }) => t.desk.levels[String(level)] ?? level },
    {
      key: 'ask',
      head: words.ask,
      card: 'title',
      wide: true,
      cell: ({ id, ask, code, work, kind }) => (
        <>
          <a href={`/conditions/${id}`} lang="zh-CN">
            {ask}
          </a>
          <span className="soft small block" lang="zh-CN">{`${code} ${work} · ${t.labels.conditionKinds[kind]}`}</span>
        </>
      ),
    },
    { key: 'of', head: words.of, cell: ({ unit }) => unit ?? <span className="soft">{words.noUnit}</span> },
    {
      key: 'act',
      head: <span className="sr">{t.facts.conditions.act}</span>,
      card: 'full',
      cell: ({ id, code, ask }) => (
        <ActionForm action={takeCondition} aria-label={`${t.desk.meetings.listThis} ${code} ${ask} ${id}`}>
          <Hidden name="meetingId" value={meetingId} />
          <Hidden name="conditionId" value={id} />
          <Submit look="plain">{t.desk.meetings.listThis}</Submit>
        </ActionForm>
      ),
    },
  ]
}

function workColumns(meetingId: number, t: Messages): Column<WorkCandidate>[] {
  const words = t.desk.meetings
  return [
    { key: 'light', head: words.state, card: 'top', cell: ({ light }) => (light ? <RatedLight light={light} t={t} /> : '—') },
    {
      key: 'work',
      head: t.projects.name,
      card: 'title',
      wide: true,
      cell: ({ code, name }) => (
        <a href={`/projects/${code}`} lang="zh-CN">
          {`${code} ${name}`}
        </a>
      ),
    },
    { key: 'unit', head: words.unit, cell: ({ unit }) => unit ?? <span className="soft">{words.dutyNone}</span> },
    {
      key: 'act',
      head: <span className="sr">{t.facts.conditions.act}</span>,
      card: 'full',
      cell: ({ code, name, light }) => (
        <ActionForm action={addMatter} aria-label={`${words.listThis} ${code}`}>
          <Hidden name="meetingId" value={meetingId} />
          <Hidden name="code" value={code} />
          <Hidden name="problem" value={light ? fill(words.workProblem, { name, light: lightWords(light, t) }) : name} />
          <Submit look="plain">{words.listThis}</Submit>
        </ActionForm>
      ),
    },
  ]
}
