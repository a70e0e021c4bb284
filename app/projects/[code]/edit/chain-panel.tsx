import { fill, type Messages } from '../../../../domain/messages'
import { ClauseQuote } from '../../../_components/clause'
import { ActionForm, Hidden, Select, Submit, WordsField } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { Version } from '../../../_components/stale'
import { saveChain } from './actions'
import { bothVersions, type EditProps } from './view'

/** The bureau confirms the chain, or that there is none; what the plan says of it stands beside. */
export function ChainPanel({ work, chain, stated, chains, t }: EditProps) {
  const words = t.facts
  const options = [...chains.map(({ id, name }) => ({ value: id as string, text: name })), { value: 'none', text: words.chainNone }]
  return (
    <Panel title={words.chain}>
      <p className="soft">{standing(chain, t)}</p>
      {chain.reason ? <p className="soft small">{fill(words.chainReasonNow, { reason: chain.reason })}</p> : null}
      {stated ? (
        <div className="mt-2">
          {fill(words.chainStated, { chain: stated.name })}
          <ClauseQuote line={stated.line} quote={stated.quote} t={t} />
        </div>
      ) : null}
      <ActionForm action={saveChain} className="form mt-3">
        <Hidden name="code" value={work.code} />
        <Version version={work.version} text={bothVersions(t)} />
        <Select name="chain" label={words.chainChoice} options={options} defaultValue={work.chainId ?? ''} />
        <WordsField name="reason" label={words.chainReason} hint={words.chainReasonHint} maxLength={500} rows={2} />
        <div className="form-end">
          <Submit look="plain">{words.confirmChain}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}

function standing({ name, basis }: EditProps['chain'], t: Messages): string {
  const words = t.facts
  if (name !== null) return fill(words.chainNow, { chain: name, basis: t.labels.chainBases[basis] })
  return basis === 'confirmed' ? words.chainNowNone : words.chainNowUnknown
}
