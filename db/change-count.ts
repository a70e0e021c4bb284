import { type House, house } from './client'

/** They happen at every key pressed, every sign-in and every row an import or a lock works through, with every reminder that goes out, and no list, count or sum shows what they write. */
const unseen = new Set([
  'saveDraft',
  'discardDraft',
  'countFailure',
  'signIn',
  'noteTokenUse',
  'rehearse',
  'computeLocks',
  'composeMail',
  'takeMail',
  'settleMail',
])

const counters = new WeakMap<House, () => number>()

function total(open: House): number {
  const known = counters.get(open)
  if (known) return known()
  const statement = open.sqlite.prepare<[], number>('select total_changes()').pluck()
  const counter = () => statement.get() ?? 0
  counters.set(open, counter)
  return counter()
}

/** How many rows this connection, the only one that writes, has changed; those of unseen commands left out. */
export const changesSeen = (): number => total(house()) - (house().unseenChanges ?? 0)

/** Runs a command's transaction and counts what it changed, if that could be seen. */
export function counted<T>(command: string, run: () => T): T {
  const open = house()
  if (!unseen.has(command)) return run()
  const before = total(open)
  try {
    return run()
  } finally {
    open.unseenChanges = (open.unseenChanges ?? 0) + total(open) - before
  }
}
