import type { Metadata } from 'next'
import { organisationChoices } from '../../../../db/queries/organisations'
import { places, planChains, planProject } from '../../../../db/queries/plan'
import { type ProjectChain, projectHead } from '../../../../db/queries/project'
import { allow } from '../../../../domain/errors'
import { canEditLibrary } from '../../../../domain/policy'
import { PageHead } from '../../../_components/page-head'
import { Beside } from '../../../_components/panel'
import { today } from '../../../_lib/clock'
import { words } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { ChainPanel } from './chain-panel'
import { IdentityPanel } from './identity-panel'
import { LeaderPanel } from './leader-panel'
import { StagePanel } from './stage-panel'
import { UnitsPanel } from './units-panel'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await words()).facts.editTitle} ${(await params).code}` }
}

export default async function EditProjectPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await words()
  const { code } = await params
  const { work, chain, units } = reading(() => {
    allow(canEditLibrary(actor))
    return projectHead(actor, code)
  })
  const towns = places().filter((place) => place.kind === 'town')
  const view = {
    ...{ work, chain, units, t },
    chains: planChains(),
    stated: statedChain(code, chain),
    towns: towns.map(({ name }) => name),
    choices: organisationChoices(actor),
    today: today(),
  }
  const at = `/projects/${code}`
  return (
    <div className="page">
      <PageHead
        title={<span lang="zh-CN">{work.name}</span>}
        lead={code}
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: code, href: at }, { text: t.facts.editTitle }]}
      >
        <a className="button" href={at}>
          {t.facts.back}
        </a>
      </PageHead>
      <Beside>
        <div className="stack">
          <UnitsPanel {...view} />
          <LeaderPanel {...view} />
          <IdentityPanel {...view} />
        </div>
        <div className="stack">
          <StagePanel {...view} />
          <ChainPanel {...view} />
        </div>
      </Beside>
    </div>
  )
}

/** The chain the plan's own text puts the work in, whatever the bureau has decided since. */
function statedChain(code: string, { stated }: ProjectChain) {
  const planned = planProject(code)?.chain
  if (!stated || planned?.basis !== 'stated') return null
  return { name: planChains().find(({ id }) => id === planned.chain)?.name ?? '', line: stated.line, quote: stated.quote }
}
