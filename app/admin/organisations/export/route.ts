import { listOrganisations, type OrganisationRow, organisationsAPage } from '../../../../db/queries/organisations'
import { fill, type Messages } from '../../../../domain/messages'
import { organisationParams } from '../../../../domain/sheet-params'
import { numberColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'
import { named, told } from '../../../_lib/sheet-filter'
import { byPage } from '../../../_lib/sheet-steps'

/** The units as the page lists them, with their earlier names. */
export const GET = sheetGet(organisationParams, ({ actor }, { q, kind }, { day, t }) => ({
  title: t.admin.organisationsTitle,
  day,
  filter: [...told(t.admin.searchOrganisations, q, t), ...told(t.admin.kind, named(t.admin.kinds, kind), t)],
  columns: columns(t),
  rows: byPage(organisationsAPage, (page) => listOrganisations(actor, { q, kind, page }).rows),
}))

function columns({ admin, registers }: Messages): SheetColumn<OrganisationRow>[] {
  return [
    wordsColumn(admin.organisationName, 32, (row) => row.name),
    wordsColumn(admin.names, 32, (row) => row.formerNames && fill(registers.formerly, { name: row.formerNames })),
    wordsColumn(admin.kind, 10, (row) => admin.kinds[row.kind]),
    numberColumn(admin.people, null, (row) => row.people),
  ]
}
