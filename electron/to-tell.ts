import type { Events } from '#shared/ipc.ts'

/** Edits that take some milliseconds to be copied for another process. */
const MOST_TOLD = 1000

type Told = Events['changed']

/**
 * What windows are told of a change. Of one with very many edits only that it was: a window shows a part of the history,
 * and has loaded that before it would have been told a tenth of an import.
 */
export function toTell({ change, history }: Told): Told {
  if (change.edits.length <= MOST_TOLD) return { change, history }
  return { change: { ...change, edits: [] }, history, anew: true }
}
