import type { Metadata } from 'next'
import { type OrganisationName, organisationById } from '../../../../db/queries/organisations'
import type { Messages } from '../../../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField } from '../../../_components/form'
import { PageHead } from '../../../_components/page-head'
import { Beside, Panel } from '../../../_components/panel'
import { type Column, Table } from '../../../_components/table'
import { today } from '../../../_lib/clock'
import { words } from '../../../_lib/locale'
import { idOf } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { renameOrganisation } from '../actions'

type Params = { params: Promise<{ organisationId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).admin.organisationsTitle }
}

export default async function OrganisationPage({ params }: Params) {
  const { actor } = await requireViewer()
  const { organisationId } = await params
  const organisation = reading(() => organisationById(actor, idOf(organisationId)))
  const t = await words()
  const { admin } = t
  return (
    <div className="page">
      <PageHead
        title={<span lang="zh-CN">{organisation.name}</span>}
        lead={`${admin.kinds[organisation.kind]} · ${admin.people} ${organisation.people}`}
        crumbs={[{ text: admin.organisationsTitle, href: '/admin/organisations' }, { text: organisation.name }]}
      />
      <Beside>
        <Panel title={admin.names} flush>
          <Table caption={admin.names} columns={columns(t)} rows={organisation.names} keyOf={(row) => row.fromDay + row.name} />
        </Panel>
        <Panel title={admin.rename}>
          <ActionForm action={renameOrganisation}>
            <p className="soft">{admin.renameNote}</p>
            <Hidden name="id" value={organisation.id} />
            <Hidden name="version" value={organisation.version} />
            <TextField name="name" label={admin.newName} maxLength={80} autoComplete="off" />
            <DayField name="fromDay" label={admin.fromDay} defaultValue={today()} max={today()} />
            <div className="form-end">
              <Submit>{admin.rename}</Submit>
            </div>
          </ActionForm>
        </Panel>
      </Beside>
    </div>
  )
}

function columns({ admin }: Messages): Column<OrganisationName>[] {
  return [
    { key: 'name', head: admin.organisationName, card: 'title', cell: (row) => <span lang="zh-CN">{row.name}</span> },
    { key: 'from', head: admin.from, cell: (row) => row.fromDay },
    { key: 'to', head: admin.to, cell: (row) => row.toDay ?? admin.now },
  ]
}
