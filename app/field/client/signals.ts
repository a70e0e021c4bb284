import { fieldDatabase } from '../../_components/field-things'

/**
 * `taken` = works were taken along; `things` = drafts or the outbox have changed; `locked` = somebody's key is gone; `wake` = there is something to send;
 * `typed` = another tab wrote to a draft.
 */
export type Signal = 'taken' | 'things' | 'locked' | 'wake' | 'typed'

const channel = new BroadcastChannel(fieldDatabase.name)
const here = new Set<(signal: Signal) => void>()
channel.onmessage = ({ data }) => hear(data as Signal)

const hear = (signal: Signal) => {
  for (const listener of here) listener(signal)
}

/** Heard in this tab and in every other. */
export function tell(signal: Signal): void {
  channel.postMessage(signal)
  hear(signal)
}

export const tellOthers = (signal: Signal): void => channel.postMessage(signal)

export function listen(listener: (signal: Signal) => void): () => void {
  here.add(listener)
  return () => {
    here.delete(listener)
  }
}
