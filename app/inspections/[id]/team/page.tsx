import type { Metadata } from 'next'
import { teamDesk } from '../../../../db/queries/round-team'
import { memberDuties } from '../../../../domain/inspection'
import { ActionForm, Submit } from '../../../_components/form'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { words as messages } from '../../../_lib/locale'
import { idOf } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { Which } from '../round-forms'
import { setGroups, setTeam } from './actions'
import { GroupRows } from './group-rows'
import { MemberRows } from './member-rows'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.team.title }
}

export default async function TeamPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ actor }, t, { id }] = await Promise.all([requireViewer(), messages(), params])
  const { round, groups, members, open, accounts } = reading(() => teamDesk(actor, idOf(id)))
  const words = t.rounds.team
  const duties = memberDuties.map((value) => ({ value, text: t.labels.memberDuties[value] }))
  const choices = groups.map((group) => ({ value: String(group.id), text: group.name }))
  return (
    <div className="page">
      <PageHead
        title={words.title}
        lead={words.lead}
        crumbs={[
          { text: t.rounds.title, href: '/inspections' },
          { text: round.title, href: `/inspections/${round.id}` },
          { text: words.title },
        ]}
      />
      {open ? null : <Notice tone="slow">{words.stands}</Notice>}
      <datalist id="accounts">
        {accounts.map(({ username, name, unit }) => (
          <option key={username} value={username}>{`${name} ${unit}`}</option>
        ))}
      </datalist>
      <div className="stack">
        <Panel title={words.groups} note={words.groupsNote}>
          <ActionForm action={setGroups} aria-label={words.groups}>
            <Which round={round} t={t} />
            <GroupRows key={round.version} groups={groups} words={{ ...words.group, from: t.rounds.fromDay, to: t.rounds.toDay }} />
            {open ? (
              <div className="form-end">
                <Submit look="plain">{words.saveGroups}</Submit>
              </div>
            ) : null}
          </ActionForm>
        </Panel>
        <Panel title={words.members} note={words.membersNote}>
          <ActionForm action={setTeam} aria-label={words.members}>
            <Which round={round} t={t} />
            <MemberRows key={round.version} members={members} duties={duties} groups={choices} words={words.member} />
            {open ? (
              <div className="form-end">
                <Submit>{words.saveTeam}</Submit>
              </div>
            ) : null}
          </ActionForm>
        </Panel>
      </div>
    </div>
  )
}
