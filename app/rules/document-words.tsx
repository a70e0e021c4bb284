import type { Messages } from '../../domain/messages'
import { Badge } from '../_components/badge'

/** What a version stands on; without a document it is an example, and says so. */
export function DocumentWords({ document, t }: { document: string | null; t: Messages }) {
  return document === null ? <Badge>{t.rules.example}</Badge> : <span lang="zh-CN">{document}</span>
}
