import type { RoundView } from '../../../db/queries/round'
import { fill, type Messages } from '../../../domain/messages'
import { takesWords } from '../../../domain/round-rules'
import { ActionForm, DayField, Submit, WordsField } from '../../_components/form'
import { Panel } from '../../_components/panel'
import { SheetButton } from '../../_components/sheet-button'
import { askMaterials } from './actions'
import { Which } from './round-forms'

type Props = { view: RoundView; t: Messages }

/** What every unit of the round is asked for, with the deadline. */
export function MaterialsPanel({ view, t }: Props) {
  const { round, materials, mayKeep } = view
  const words = t.rounds.materials
  const due = round.materialsDueOn
  return (
    <Panel title={words.title} note={due ? fill(words.due, { day: due }) : null}>
      {materials.length > 0 ? (
        <ol className="list-decimal pl-5">
          {materials.map(({ id, name }) => (
            <li key={id} lang="zh-CN">
              {name}
            </li>
          ))}
        </ol>
      ) : (
        <p className="soft">{words.none}</p>
      )}
      {mayKeep && takesWords(round) ? (
        <div className="mt-3">
          <SheetButton text={words.change} title={words.change} t={t}>
            <ActionForm action={askMaterials} aria-label={words.change}>
              <Which round={round} t={t} />
              <WordsField
                name="materials"
                label={words.list}
                hint={words.listHint}
                optional
                maxLength={2000}
                rows={5}
                defaultValue={materials.map(({ name }) => name).join('\n')}
              />
              <DayField name="materialsDueOn" label={words.dueOn} optional defaultValue={due} />
              <div className="form-end">
                <Submit>{t.common.save}</Submit>
              </div>
            </ActionForm>
          </SheetButton>
        </div>
      ) : null}
    </Panel>
  )
}
