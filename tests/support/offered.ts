import { newId } from '#electron/ids.ts'
import { importDesk } from '#electron/import-desk.ts'
import { offeredFiles, type OfferedFiles, type Remembered } from '#electron/offered-files.ts'
import { openWorkspace, type OpenWorkspace } from '#electron/workspace.ts'
import { msOf, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { done, type Outcome } from '#shared/kernel/refusal.ts'
import { made } from '#shared/model/change.ts'
import { memoryStore, type MemoryStore } from './memory-store.ts'
import { preferences } from './stores.ts'

export const rome = 'Europe/Rome' as Zone
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export interface Offered {
  files: OfferedFiles
  workspace: OpenWorkspace
  store: MemoryStore
  shares: number[]
}

/** Files that are offered to a workspace in memory, by the app's own desk. */
export function offeredToMemory(before: () => Promise<Outcome<unknown>> = async () => done(null)): Offered {
  const now = (): number => msOf('2026-10-22T14:00:00Z' as Instant)
  const store = memoryStore({ edits: [made('preferences', preferences)] })
  const workspace = openWorkspace(store, { now, newId })
  const columns = new Map<string, Remembered>()
  const shares: number[] = []
  const files = offeredFiles({
    workspace: Promise.resolve(workspace),
    language: () => 'en',
    desk: (share) => importDesk(newId, share),
    now,
    newToken: newId,
    before,
    memory: { get: (key) => columns.get(key), set: (key, said) => columns.set(key, said) },
    tell: (_token, share) => shares.push(share),
  })
  return { files, workspace, store, shares }
}
