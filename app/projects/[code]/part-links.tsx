import type { Messages } from '../../../domain/messages'
import { type ProjectPart, projectHref, projectParts } from '../../../domain/project-params'

/** The parts of the page, side by side; on a phone they are swiped. */
export function PartLinks({ code, part, t }: { code: string; part: ProjectPart; t: Messages }) {
  return (
    <nav className="page-parts no-print" aria-label={t.project.partsName}>
      {projectParts.map((one) => (
        <a key={one} href={projectHref(code, one)} className="page-part" aria-current={one === part ? 'page' : undefined}>
          {t.project.parts[one]}
        </a>
      ))}
    </nav>
  )
}
