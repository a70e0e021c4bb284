import type { Messages } from '../../../domain/messages'
import type { ChainId } from '../../../domain/plan'
import { ActionForm, Hidden, Submit, TextField, Tick } from '../../_components/form'
import { tieEnterprise, untieEnterprise } from './actions'

/** The bureau says which firms belong to the chain; by name, from a list that helps. */
export function TieForm({ chainId, choices, t }: { chainId: ChainId; choices: readonly string[]; t: Messages }) {
  const words = t.chains
  return (
    <details className="panel no-print">
      <summary className="px-5 py-3 font-bold">{`＋ ${words.tie}`}</summary>
      <div className="panel-body max-w-xl">
        <ActionForm action={tieEnterprise} aria-label={words.tieTitle}>
          <p className="soft">{words.tieNote}</p>
          <Hidden name="chainId" value={chainId} />
          <TextField name="organisation" label={words.tieName} maxLength={80} autoComplete="off" list="firms" />
          <datalist id="firms">
            {choices.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Tick name="isNew" label={words.tieNew} />
          <div className="form-end">
            <Submit>{words.tie}</Submit>
          </div>
        </ActionForm>
      </div>
    </details>
  )
}

type UntieProps = { chainId: ChainId; organisationId: number; name: string; t: Messages }

export function Untie({ chainId, organisationId, name, t }: UntieProps) {
  const words = t.chains
  return (
    <details className="account" data-closes="">
      <summary className="soft small">{words.untie}</summary>
      <div className="account-sheet">
        <ActionForm action={untieEnterprise} aria-label={`${words.untieTitle} ${name}`}>
          <p>
            <strong lang="zh-CN">{name}</strong>
            {t.common.colon}
            {words.untieNote}
          </p>
          <Hidden name="chainId" value={chainId} />
          <Hidden name="organisationId" value={organisationId} />
          <div className="form-end">
            <Submit look="late">{words.untie}</Submit>
          </div>
        </ActionForm>
      </div>
    </details>
  )
}
