import { z } from 'zod'
import type { TimeEntry } from '../model/entry.ts'
import { idSchema, textSchema } from '../model/quantities.ts'

/** What can be said of time beside when it was: of the timer's, and of an entry that is over. */
export const said = z
  .object({
    engagementId: idSchema.nullable(),
    note: textSchema,
    /** Empty: none. */
    task: textSchema,
    tags: z.array(textSchema),
    billable: z.boolean(),
    /** null: on no perk. */
    perkId: z.string().min(1).nullable(),
  })
  .partial()
type Said = z.infer<typeof said>

type Words = Pick<TimeEntry, 'engagementId' | 'note' | 'task' | 'tags' | 'billable' | 'perkId'>

/** Of which nothing has been said yet. */
const unsaid: Words = { engagementId: null, note: '', tags: [], billable: false }

export const newWords = (words: Said): Words => withWords(unsaid, words)

/**
 * Time with what is said of it now; what is not said stays. Own work is billed to nobody; as somebody's it is
 * billable, unless that is said too. A perk is one agreement's: on another engagement time is on none.
 */
export function withWords<Entry extends Words>(entry: Entry, words: Said): Entry {
  const { engagementId = entry.engagementId } = words
  const isMoved = engagementId !== entry.engagementId
  const billable = words.billable ?? (isMoved && entry.engagementId === null ? true : entry.billable)
  const task = words.task?.trim() ?? entry.task ?? ''
  const perkId = words.perkId === undefined ? (isMoved ? null : (entry.perkId ?? null)) : words.perkId
  const { task: _task, perkId: _perkId, ...kept } = entry
  return {
    ...kept,
    engagementId,
    ...(task && { task }),
    note: words.note?.trim() ?? entry.note,
    tags: words.tags ?? entry.tags,
    billable: billable && engagementId !== null,
    ...(perkId !== null && { perkId }),
  } as Entry
}
