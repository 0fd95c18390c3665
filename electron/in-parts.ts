import type { Events } from '#shared/ipc.ts'
import { breathe } from './storage/breathe.ts'

/** How many edits are told at a time: some milliseconds of copying them for another process. */
const PART = 1000

type Told = Events['changed']

/** Tells of a change, and of one with very many edits in parts, with a breath between them. */
export async function tellInParts({ change, history }: Told, tell: (part: Told) => void): Promise<void> {
  const { edits } = change
  if (edits.length <= PART) return tell({ change, history })
  for (let from = 0; from < edits.length; from += PART) {
    const part = { change: { ...change, edits: edits.slice(from, from + PART) }, history }
    tell(from + PART < edits.length ? { ...part, more: true } : part)
    await breathe()
  }
}
