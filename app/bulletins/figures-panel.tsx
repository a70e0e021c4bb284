import { type BulletinFacts, figureNames, ruleKinds } from '../../domain/bulletin'
import { fill, type Messages } from '../../domain/messages'
import { Panel } from '../_components/panel'
import { FigureList } from './figure-list'

type Props = { facts: BulletinFacts; t: Messages }

/** Every figure of the bulletin, read only, and the rules it was reckoned by. */
export function FiguresPanel({ facts, t }: Props) {
  const words = t.bulletins
  const { asOf, rules, figures } = facts
  const rows = figureNames.map((name) => ({ name, figure: figures[name], hidden: null }))
  return (
    <Panel title={words.figuresTitle}>
      <p className="soft small">{fill(words.figuresLead, { day: asOf.day })}</p>
      <FigureList rows={rows} asOf={asOf.day} t={t} />
      <p className="soft small">
        {words.rulesUsed}
        {t.common.colon}
        {ruleKinds.map((kind) => {
          const { version, document } = rules[kind]
          return (
            <span key={kind} className="block">
              {fill(words.ruleVersion, { kind: words.ruleKinds[kind], version })} ·{' '}
              <span lang={document ? 'zh-CN' : undefined}>{document ?? words.ruleExample}</span>
            </span>
          )
        })}
      </p>
    </Panel>
  )
}
