import type { TimeEntry } from '../model/entry.ts'

/** All that is said of an entry beside when it was, as a command takes it: another one on the same work says the same. */
export const entryWords = ({ engagementId, note, task, tags, billable, perkId }: TimeEntry) => ({
  engagementId,
  note,
  tags: [...tags],
  billable,
  ...(task !== undefined && { task }),
  ...(perkId !== undefined && { perkId }),
})
