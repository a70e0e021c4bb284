import type { BulletinFacts, Chosen, ProblemFact, WorkFact } from '../../domain/bulletin'
import { textLimits } from '../../domain/bulletin-input'
import { workSentence } from '../../domain/bulletin-sentences'
import type { Messages } from '../../domain/messages'
import { Badge } from '../_components/badge'
import { Hidden, TextField, Tick } from '../_components/form'

type Props = { facts: BulletinFacts; chosen: readonly Chosen[]; t: Messages }

/** Works that may be named for good practice: the system proposes, a person ticks. */
export function GoodChoices({ facts, chosen, t }: Props) {
  const works = facts.good.flatMap((code) => facts.works.find((work) => work.code === code) ?? [])
  return (
    <Choices title={t.bulletins.goodTitle} lead={t.bulletins.goodLead} none={works.length === 0 ? t.bulletins.goodNone : null}>
      {works.map((work, index) => (
        <Choice key={work.code} name={`good.${index}`} value={work.code} chosen={chosen} t={t}>
          <GoodWords work={work} />
        </Choice>
      ))}
    </Choices>
  )
}

const GoodWords = ({ work }: { work: WorkFact }) => (
  <span lang="zh-CN">
    <strong>
      {work.code} {work.name}
    </strong>{' '}
    <span className="soft">{workSentence(work)}</span>
  </span>
)

export function ProblemChoices({ facts, chosen, t }: Props) {
  const { problems } = facts
  return (
    <Choices
      title={t.bulletins.problemsTitle}
      lead={t.bulletins.problemsLead}
      none={problems.length === 0 ? t.bulletins.problemsNone : null}
    >
      {problems.map((problem, index) => (
        <Choice key={problem.key} name={`problems.${index}`} value={problem.key} chosen={chosen} t={t}>
          <ProblemWords problem={problem} t={t} />
        </Choice>
      ))}
    </Choices>
  )
}

function ProblemWords({ problem, t }: { problem: ProblemFact; t: Messages }) {
  return (
    <>
      <span lang="zh-CN">
        <strong>
          {problem.key} {problem.name}
        </strong>{' '}
        {problem.facts ? <span className="soft">{problem.facts}</span> : null}
      </span>{' '}
      {problem.reasons.map((reason) => (
        <Badge key={reason}>{t.bulletins.problemReasons[reason]}</Badge>
      ))}
    </>
  )
}

function Choices({ title, lead, none, children }: { title: string; lead: string; none: string | null; children: React.ReactNode }) {
  return (
    <fieldset className="form sheet-group">
      <legend>
        <h3>{title}</h3>
      </legend>
      <p className="soft small">{none ?? lead}</p>
      {children}
    </fieldset>
  )
}

type ChoiceProps = { name: string; value: string; chosen: readonly Chosen[]; t: Messages; children: React.ReactNode }

function Choice({ name, value, chosen, t, children }: ChoiceProps) {
  const before = chosen.find(({ key }) => key === value)
  return (
    <div className="bulletin-choice">
      <Hidden name={`${name}.key`} value={value} />
      <Tick name={`${name}.chosen`} label={children} defaultChecked={before?.chosen ?? false} />
      <TextField
        name={`${name}.words`}
        label={t.bulletins.choiceWords}
        maxLength={textLimits.choice}
        optional
        autoComplete="off"
        defaultValue={before?.words}
      />
    </div>
  )
}
