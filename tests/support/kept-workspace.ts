import { backUp, type Around } from '#electron/keeping/back-up.ts'
import { openWorkspace, type OpenWorkspace } from '#electron/workspace.ts'
import { msOf, type Instant } from '#shared/kernel/instant.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { clientNamed, hourlyFor, newId } from './books.ts'
import { contentOf, entryAt, open, preferences } from './stores.ts'

/** A workspace in a folder, with a clock that a test sets, as what is done with whole folders finds it. */
export interface KeptWorkspace extends Around {
  readonly at: (instant: string) => void
  /** The second copy's folder. */
  choose: (folder: string | null) => void
  readonly put: (...edits: Edit[]) => Promise<void>
  /** All there is, every month read. */
  readonly content: () => Promise<Record<string, unknown>>
}

export const client = clientNamed('Halden')
export const work = hourlyFor(client, '')
export const ground: Edit[] = [made('preferences', preferences), made('clients', client), made('engagements', work)]
export const entryOn = (day: string, note = 'work') =>
  entryAt(`${day}T08:00:00Z`, { engagementId: work.id, note, end: `${day}T09:00:00Z` })

export async function keptWorkspace(folder: string, edits: readonly Edit[] = ground): Promise<KeptWorkspace> {
  let now = msOf('2026-03-20T10:00:00Z' as Instant)
  let second: string | null = null
  const store = await open(folder, { now: () => now })
  const workspace: OpenWorkspace = openWorkspace(store, {
    now: () => now,
    newId,
    openAt: (at) => open(at, { now: () => now }),
    beforeDelete: () => backUp(around, 'beforeDelete', false),
  })
  const around: Around = { open: workspace, now: () => now, second: () => second }
  if (edits.length > 0) await workspace.begin('test', edits)
  return {
    ...around,
    at: (instant) => void (now = msOf(instant as Instant)),
    choose: (chosen) => void (second = chosen),
    async put(...more) {
      const outcome = await workspace.begin('test', more)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    },
    async content() {
      await workspace.hold(await workspace.store.allMonths())
      return contentOf(workspace.book.workspace)
    },
  }
}
