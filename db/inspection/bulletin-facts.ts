import type { AsOf, BulletinFacts, GroupKind } from '../../domain/bulletin'
import { bulletinFacts } from '../../domain/bulletin-facts'
import { bulletinPeriod } from '../../domain/bulletin-rectification'
import type { Day } from '../../domain/calendar'
import { canonicalJson, type Json } from '../../domain/events'
import { labels } from '../../domain/messages/zh/labels'
import { sectors } from '../../domain/plan'
import { projectLevels } from '../../domain/project'
import type { Reader } from '../client'
import { chainHead } from '../events'
import { planChains } from '../queries/plan'
import { dutyRules, holidays, lightRules, rectificationRules } from '../queries/rules'
import { bulletinFindings } from './bulletin-findings'
import type { RoundRow } from './bulletin-row'
import { countedVisits, drawFacts, seenCounts } from './bulletin-seen'
import { bulletinWorks } from './bulletin-works'

/** What the library says of a round's quarter at this moment. */
export function factsNow(db: Reader, round: RoundRow, today: Day): BulletinFacts {
  const { id, quarter, kind, title, fromDay, toDay } = round
  const { visits, works: visited } = countedVisits(db, id)
  const rules = rulesOf(db, today)
  return bulletinFacts({
    asOf: asOfNow(db, today),
    round: { id, quarter, kind, title, fromDay, toDay },
    rules: rules.versions,
    rectification: rules.rectification,
    works: bulletinWorks(db, id, quarter, visited),
    names: groupNames(db),
    visits,
    seen: seenCounts(db, id),
    draws: drawFacts(db, round),
    ...bulletinFindings(db, id, bulletinPeriod(quarter, today)),
  })
}

function asOfNow(db: Reader, day: Day): AsOf {
  const { seq, hash } = chainHead(db)
  return { day, headSeq: seq, headHash: hash }
}

function rulesOf(db: Reader, day: Day) {
  const rectification = rectificationRules(db, day)
  const sets = { lights: lightRules(db, day), duty: dutyRules(db, day), rectification, holidays: holidays(db, day) }
  const named = Object.entries(sets).map(([kind, { version, document }]) => [kind, { version, document }])
  return { rectification: rectification.body, versions: Object.fromEntries(named) as BulletinFacts['rules'] }
}

/** In the order they are printed; '' = not entered, in no chain. */
export function groupNames(db: Reader): Record<GroupKind, { key: string; name: string }[]> {
  const none = (name: string) => ({ key: '', name })
  return {
    level: [...projectLevels.map((key) => ({ key, name: labels.projectLevels[key] })), none('未登记级别')],
    sector: sectors.map((key) => ({ key, name: labels.sectors[key] })),
    chain: [...planChains(db).map(({ id, name }) => ({ key: id, name })), none('不在九链')],
  }
}

/** The same figures, whenever they were taken. */
export function saysTheSame(a: BulletinFacts, b: BulletinFacts): boolean {
  const [before, now] = [a, b].map(({ asOf: _asOf, ...facts }) => JSON.stringify(facts))
  // Written in the same order they are the same text; in another order they may still say the same.
  return before === now || inOrder(before) === inOrder(now)
}

const inOrder = (text = ''): string => canonicalJson(JSON.parse(text) as Json)
