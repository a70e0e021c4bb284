import type { ReactNode } from 'react'
import type { Messages } from '../../../domain/messages'
import type { PlanChain, PlanProject } from '../../../domain/plan'
import { Panel } from '../../_components/panel'
import { AtLine, Chinese, Quoted } from '../words'

type Props = { chain: PlanChain; projects: readonly PlanProject[]; t: Messages }

/** Who and what the text ties to a chain, and what we only suggest. */
export function ChainPanel({ chain, projects, t }: Props) {
  const stated = projects.flatMap((work) =>
    work.chain.basis === 'stated' && work.chain.chain === chain.id ? [{ ...work, chain: work.chain }] : [],
  )
  const suggested = projects.flatMap((work) =>
    work.chain.basis === 'suggested' && work.chain.chain === chain.id ? [{ ...work, chain: work.chain }] : [],
  )
  return (
    <Panel id={chain.id} title={<Chinese>{chain.name}</Chinese>} note={<Chinese>{chain.level}</Chinese>}>
      <div className="grid gap-4 md:grid-cols-2">
        <Members title={t.plan.firms} members={chain.firms} t={t} />
        <Members title={t.plan.parks} members={chain.parks} t={t} />
        <Works title={t.plan.statedWorks} t={t}>
          {stated.map(({ code, name, chain: { clause } }) => (
            <Work key={code} code={code} name={name}>
              <Quoted clause={clause} t={t} />
            </Work>
          ))}
        </Works>
        <Works title={t.plan.suggestedWorks} t={t}>
          {suggested.map(({ code, name, chain: { reason } }) => (
            <Work key={code} code={code} name={name}>
              <Chinese>{reason}</Chinese>
            </Work>
          ))}
        </Works>
      </div>
    </Panel>
  )
}

function Members({ title, members, t }: { title: string; members: PlanChain['firms']; t: Messages }) {
  return (
    <div>
      <p className="small soft">{title}</p>
      {members.length === 0 ? <p>{t.plan.noneNamed}</p> : null}
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {members.map(({ name, clause }) => (
          <li key={name}>
            <Chinese>{name}</Chinese> <AtLine clause={clause} t={t} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Works({ title, children, t }: { title: string; children: ReactNode[]; t: Messages }) {
  return (
    <div>
      <p className="small soft">{title}</p>
      {children.length === 0 ? t.common.none : <ul className="grid gap-2">{children}</ul>}
    </div>
  )
}

function Work({ code, name, children }: { code: string; name: string; children: ReactNode }) {
  return (
    <li>
      <a href={`/projects/${code}`}>
        <Chinese>{name}</Chinese>
      </a>
      <p className="small soft">{children}</p>
    </li>
  )
}
