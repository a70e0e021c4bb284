import type { Metadata } from 'next'
import { importSenders } from '../../../db/queries/imports'
import { ActionForm, Submit, WordsField } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Beside, Panel } from '../../_components/panel'
import { words } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { paste } from './actions'
import { Upload } from './upload'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).imports.fresh }
}

export default async function NewImportPage() {
  const { actor } = await requireViewer()
  const { imports: t } = await words()
  reading(() => importSenders(actor))
  const upload = { field: t.fileField, send: t.fileSend, sending: t.sending, failed: t.failed, hint: '.xlsx .csv' }
  return (
    <div className="page">
      <PageHead title={t.fresh} lead={t.freshLead} crumbs={[{ text: t.title, href: '/imports' }, { text: t.fresh }]} />
      <div className="stack">
        <Notice tone="slow">{t.warning}</Notice>
        <Beside>
          <Panel title={t.fileField}>
            <Upload words={upload} />
          </Panel>
          <Panel title={t.pasteField}>
            <ActionForm action={paste}>
              <WordsField name="cells" label={t.pasteField} hint={t.pasteHint} maxLength={200_000} rows={8} />
              <div className="form-end">
                <Submit look="plain">{t.pasteSend}</Submit>
              </div>
            </ActionForm>
          </Panel>
        </Beside>
      </div>
    </div>
  )
}
