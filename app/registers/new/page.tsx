import type { Metadata } from 'next'
import { readAddress } from '../../../domain/address'
import { yearOf } from '../../../domain/calendar'
import { allow } from '../../../domain/errors'
import { canKeepRegisters } from '../../../domain/policy'
import { applicationParams } from '../../../domain/registers-params'
import { ActionForm, Submit, TextField } from '../../_components/form'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { ApplicationFields } from '../application-fields'
import { addEntry } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).registers.addTitle }
}

export default async function NewApplicationPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.registers
  reading(() => allow(canKeepRegisters(actor)))
  const { project } = readAddress(applicationParams, await searchParams).params
  const day = today()
  return (
    <div className="page page-narrow">
      <PageHead
        title={words.addTitle}
        lead={words.addLead}
        crumbs={[{ text: words.applications, href: '/registers' }, { text: words.addTitle }]}
      />
      <Panel>
        <ActionForm action={addEntry}>
          <TextField name="code" label={words.code} hint={words.codeHint} maxLength={10} autoComplete="off" defaultValue={project} />
          <ApplicationFields given={{ year: yearOf(day) }} raises today={day} t={t} />
          <div className="form-end">
            <Submit>{words.save}</Submit>
            <a className="button button-plain" href="/registers">
              {t.common.cancel}
            </a>
          </div>
        </ActionForm>
      </Panel>
    </div>
  )
}
