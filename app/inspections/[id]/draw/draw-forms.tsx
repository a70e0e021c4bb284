import type { DrawDesk } from '../../../../db/queries/round-draws'
import { restedTickets } from '../../../../domain/draw-candidates'
import { strataKinds } from '../../../../domain/inspection'
import { fill, type Messages } from '../../../../domain/messages'
import { drawPools } from '../../../../domain/round-input'
import { ActionForm, Choice, Hidden, NumberField, Select, Submit, TextField, Tick, WordsField } from '../../../_components/form'
import { commit, freeze, run } from './actions'

type Props = { t: Messages }

export function CommitForm({ roundId, again, t }: Props & { roundId: number; again: boolean }) {
  const words = t.rounds.draw
  return (
    <ActionForm action={commit} aria-label={words.commit}>
      <Hidden name="id" value={roundId} />
      {again ? <WordsField name="reason" label={words.reason} hint={words.reasonHint} maxLength={300} rows={2} /> : null}
      <div className="form-end">
        <Submit>{words.commit}</Submit>
      </div>
    </ActionForm>
  )
}

/** Everything that decides the draw, said before the list is frozen. */
export function FreezeForm({ drawId, pools, t }: Props & { drawId: number; pools: NonNullable<DrawDesk['pools']> }) {
  const words = t.rounds.draw
  return (
    <ActionForm action={freeze} aria-label={words.freeze}>
      <Hidden name="id" value={drawId} />
      <p>{words.freezeLead}</p>
      <Choice
        name="pool"
        label={words.pool}
        options={drawPools.map((value) => ({ value, text: fill(words.pools[value], { count: pools[value] }) }))}
        defaultValue="rest"
      />
      <div className="form-row">
        <NumberField name="count" label={words.count} inputMode="numeric" maxLength={6} />
        <Select
          name="stratify"
          label={words.stratify}
          options={strataKinds.map((value) => ({ value, text: t.labels.strataKinds[value] }))}
          defaultValue="none"
        />
      </div>
      <div>
        <Tick name="atLeastOne" label={words.atLeastOne} />
        <Tick name="weighted" label={fill(words.weighted, { tickets: restedTickets })} />
      </div>
      <details>
        <summary className="opens">{words.ownValue}</summary>
        <p className="soft small mt-2 mb-3">{words.ownValueHint}</p>
        <div className="form-row">
          <TextField name="publicValue" label={words.publicValue} optional maxLength={200} autoComplete="off" />
          <TextField name="publicSource" label={words.publicSource} hint={words.publicSourceHint} optional maxLength={200} />
        </div>
      </details>
      <div className="form-end">
        <Submit>{words.freeze}</Submit>
      </div>
    </ActionForm>
  )
}

export function RunForm({ drawId, t }: Props & { drawId: number }) {
  return (
    <ActionForm action={run} aria-label={t.rounds.draw.run}>
      <Hidden name="id" value={drawId} />
      <div className="form-end">
        <Submit>{t.rounds.draw.run}</Submit>
      </div>
    </ActionForm>
  )
}
