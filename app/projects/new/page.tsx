import type { Metadata } from 'next'
import { places } from '../../../db/queries/plan'
import { allow } from '../../../domain/errors'
import { canEditLibrary } from '../../../domain/policy'
import { ActionForm, DayField, Submit, TextField } from '../../_components/form'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { IdentityFields } from '../identity-fields'
import { addProject } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).facts.newTitle }
}

export default async function NewProjectPage() {
  const { actor } = await requireViewer()
  const t = await words()
  const { facts } = t
  reading(() => allow(canEditLibrary(actor)))
  const towns = places().filter((place) => place.kind === 'town')
  return (
    <div className="page page-narrow">
      <PageHead
        title={facts.newTitle}
        lead={facts.newLead}
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: facts.newTitle }]}
      />
      <Panel>
        <ActionForm action={addProject}>
          <IdentityFields towns={towns.map(({ name }) => name)} t={t} />
          <fieldset className="form">
            <legend>
              <strong>{facts.sourceGroup}</strong>
            </legend>
            <TextField name="documentTitle" label={facts.documentTitle} hint={facts.documentTitleHint} maxLength={120} autoComplete="off" />
            <div className="form-row">
              <TextField name="documentNo" label={facts.documentNo} hint={facts.documentNoHint} maxLength={80} autoComplete="off" />
              <DayField name="documentDay" label={facts.documentDay} max={today()} />
            </div>
          </fieldset>
          <div className="form-end">
            <Submit>{facts.create}</Submit>
            <a className="button button-plain" href="/projects">
              {t.common.cancel}
            </a>
          </div>
        </ActionForm>
      </Panel>
    </div>
  )
}
