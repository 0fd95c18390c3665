import type { Id } from '#shared/kernel/id.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'

/** Of the entries that come with another one in its change, as an import brings them: they have its id as their note. */
const COMPANION = '00000000-0000-7000-9000-'
export const isCompanion = (id: string): boolean => id.startsWith(COMPANION)

/** So many more in the same change: all of them are there later, or none. */
export function companions(of: Id, count: number, start: string): Edit[] {
  // A run has one of them.
  const run = of.slice(-12, -8)
  return Array.from({ length: count }, (_, index) => {
    const id = `${COMPANION}${run}${String(index).padStart(8, '0')}`
    return made(
      'entries',
      entrySchema.parse({ id, engagementId: null, note: of, start, end: start.replace('T08', 'T09') }),
    )
  })
}
