import type { UpdateView } from '../../../db/queries/update-view'
import { hasRole, type UserActor } from '../../../domain/actor'
import type { Messages } from '../../../domain/messages'

type Props = { view: UpdateView; actor: UserActor; t: Messages }

/** The next step for who may report: answer a return, report again after withdrawing, or correct what is approved. */
export function AgainLink({ view, actor, t }: Props) {
  if (!hasRole(actor, 'owner', 'bureau') || view.laterId !== null || view.status === 'submitted') return null
  const approved = view.status === 'approved'
  if (approved && view.about.update !== 'monthly') return null
  return (
    <a className={approved ? 'button' : 'button button-main'} href={formAddress(view, approved)}>
      {approved ? t.updates.correct : view.status === 'returned' ? t.updates.answerReturn : t.updates.again}
    </a>
  )
}

function formAddress({ code, about, milestoneId }: Props['view'], approved: boolean): string {
  if (about.update === 'completion') return `/projects/${code}/completion`
  if (about.update === 'milestone') return `/projects/${code}/milestone?id=${milestoneId ?? ''}`
  return `/projects/${code}/update?period=${about.period}${approved ? '&revise=1' : ''}`
}
