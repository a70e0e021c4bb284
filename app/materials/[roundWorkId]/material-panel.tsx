import type { MaterialAsked, MaterialGiven } from '../../../db/queries/round-materials'
import { draftFiles, materialDraft } from '../../../domain/draft'
import { evidenceLimits } from '../../../domain/evidence'
import { fill, type Messages } from '../../../domain/messages'
import { EvidenceField } from '../../_components/evidence-field'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { LightMark } from '../../_components/light'
import { Panel } from '../../_components/panel'
import { PhotoRow } from '../../_components/photo-row'
import { handIn, takeFile } from './actions'

type Props = { material: MaterialAsked; roundWorkId: number; t: Messages }

/** One thing that is asked for: what has come, and, for the unit, words and files to hand in. */
export function MaterialPanel({ material, roundWorkId, t }: Props) {
  const { id, name, given, draft } = material
  const words = t.rounds.materials
  return (
    <Panel
      title={<span lang="zh-CN">{name}</span>}
      aside={<LightMark level={given.length > 0 ? 'green' : 'none'}>{given.length > 0 ? words.come : words.notCome}</LightMark>}
    >
      {given.map((one) => (
        <Given key={one.id} given={one} t={t} />
      ))}
      {draft ? (
        <ActionForm
          key={given.length}
          action={handIn}
          aria-label={fill(words.handInOf, { name })}
          className={given.length > 0 ? 'form mt-4' : 'form'}
        >
          <Hidden name="roundWorkId" value={roundWorkId} />
          <Hidden name="materialId" value={id} />
          <EvidenceField
            subject={draftFiles(materialDraft(roundWorkId, id))}
            files={draft.map(({ id: file, sha256, name: fileName, mime }) => ({ id: file, sha256, name: fileName, mime }))}
            most={evidenceLimits.perSubject}
            words={{ ...t.updates.evidence, label: words.files, warning: t.common.secretWarning }}
            remove={takeFile}
          />
          <WordsField name="words" label={words.words} optional maxLength={1000} rows={2} />
          <div className="form-end">
            <Submit look={given.length > 0 ? 'plain' : 'main'}>{given.length > 0 ? words.handInAgain : words.handIn}</Submit>
          </div>
        </ActionForm>
      ) : null}
    </Panel>
  )
}

function Given({ given: { words: typed, on, late, by, files }, t }: { given: MaterialGiven; t: Messages }) {
  const words = t.rounds.materials
  return (
    <div className="material-given">
      <span className="soft small">
        {fill(words.handedInOn, { day: on, who: by ? fill(t.project.someone, by) : '—' })}{' '}
        {late ? <LightMark level="yellow">{words.late}</LightMark> : null}
      </span>
      {typed ? (
        <span className="block" lang="zh-CN">
          {typed}
        </span>
      ) : null}
      {files.length > 0 ? <PhotoRow files={files} /> : null}
    </div>
  )
}
