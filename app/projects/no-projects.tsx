import { filterNames, type ListParams } from '../../domain/list-params'
import type { Messages } from '../../domain/messages'
import { Empty } from '../_components/empty'

export function NoProjects({ isOwner, params, t }: { isOwner: boolean; params: ListParams; t: Messages }) {
  const filtered = filterNames.some((name) => params[name])
  if (isOwner && !filtered) return <Empty title={t.projects.emptyOwn}>{t.projects.emptyOwnHint}</Empty>
  return (
    <Empty title={t.projects.empty}>
      {t.projects.emptyHint} <a href="/projects">{t.projects.clear}</a>
    </Empty>
  )
}
