import { ActionForm, Hidden, Submit } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { Version } from '../../../_components/stale'
import { IdentityFields } from '../../identity-fields'
import { saveIdentity } from './actions'
import { bothVersions, type EditProps } from './view'

export function IdentityPanel({ work, towns, t }: EditProps) {
  const { facts, labels, registers } = t
  const fields = [
    { name: 'name', label: facts.name },
    { name: 'sector', label: facts.sector, words: labels.sectors },
    { name: 'category', label: facts.category, words: labels.categories },
    { name: 'town', label: facts.town },
    { name: 'level', label: facts.level, words: labels.projectLevels },
    { name: 'industryClass', label: registers.industryClass, words: registers.industryClasses },
  ]
  return (
    <Panel title={facts.identity}>
      <ActionForm action={saveIdentity}>
        <p className="soft small">{facts.identityNote}</p>
        <Hidden name="code" value={work.code} />
        <Version version={work.version} text={bothVersions(t)} fields={fields} />
        <IdentityFields given={work} towns={towns} t={t} />
        <div className="form-end">
          <Submit look="plain">{facts.saveIdentity}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}
