import type { RuleChange } from '../../../db/queries/rule-desk'
import type { Messages } from '../../../domain/messages'
import type { RuleKind } from '../../../domain/rules'
import { ruleGroups } from '../../../domain/rules-fields'
import { Table } from '../../_components/table'
import { fieldsOf } from './rule-fields'
import { fieldWords, valueWords } from './words'

/** Field by field: what stands in the rule in force, and what is to stand there. */
export function ChangesTable({ kind, changes, t }: { kind: RuleKind; changes: readonly RuleChange[]; t: Messages }) {
  const words = t.rules.changesColumns
  const known = fieldsOf(ruleGroups[kind])
  return (
    <Table
      caption={t.rules.changes}
      rows={changes}
      keyOf={({ name }) => name}
      columns={[
        { key: 'field', head: words.field, card: 'title', cell: ({ name }) => fieldWords(name, t).label },
        { key: 'before', head: words.before, cell: ({ name, before }) => valueWords(known.get(name), before, t) },
        { key: 'after', head: words.after, cell: ({ name, after }) => <strong>{valueWords(known.get(name), after, t)}</strong> },
      ]}
    />
  )
}
