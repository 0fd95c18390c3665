import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { writeManifest, type Manifest } from '#electron/storage/manifest.ts'
import { openStore, type Store, type StoreOptions } from '#electron/storage/store.ts'
import type { Month } from '#shared/kernel/day.ts'
import { apply, type Change, type Edit } from '#shared/model/change.ts'
import { entrySchema, type SpanEntry } from '#shared/model/entry.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { emptyWorkspace, tableNames, type Workspace } from '#shared/model/workspace.ts'
import { newId } from './books.ts'

const folders: string[] = []
/** The faults leave hundreds of folders behind, on a machine that may be busy. */
const CLEARING_MS = 900_000
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}, CLEARING_MS)

/** A folder of its own, taken away when the file's tests are through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mainstay-storage-'))
  folders.push(folder)
  return folder
}

export const months = ['2026-03', '2026-02', '2026-01'] as Month[]

/** Opens with a clock that moves a second a call, and no timer that would fire. */
export function open(folder: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  let now = Date.UTC(2026, 2, 20)
  return openStore(folder, { now: () => (now += 1000), months, after: () => () => undefined, ...options })
}

export type NewChange = Omit<Change, 'seq' | 'at'>
export const changeOf = (...edits: Edit[]): NewChange => ({ by: 'user', label: 'test', edits })

/** Appends, and fails the test where it is refused. */
export async function append(store: Store, ...edits: Edit[]): Promise<Change> {
  const outcome = await store.append(changeOf(...edits))
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

export const entryAt = (start: string, more: Partial<SpanEntry> | Record<string, unknown> = {}): SpanEntry =>
  entrySchema.parse({
    id: newId(),
    engagementId: null,
    note: 'work',
    start,
    end: `${start.slice(0, 11)}23:00:00Z`,
    ...more,
  }) as SpanEntry

export const preferences = preferencesSchema.parse({
  id: preferencesId,
  timeZone: 'Europe/Rome',
  currency: 'EUR',
  listRate: 8000,
})

/** The tables as plain data, for comparing. */
export const contentOf = ({ tables }: Workspace): Record<string, unknown> =>
  Object.fromEntries(
    tableNames.map((name) => [name, Object.fromEntries([...tables[name]].toSorted(([a], [b]) => (a < b ? -1 : 1)))]),
  )

/** What the changes make of an empty workspace. */
export function contentAfter(changes: readonly { readonly edits: readonly Edit[] }[]): Record<string, unknown> {
  const workspace = emptyWorkspace('all')
  for (const { edits } of changes) apply(workspace, edits)
  return contentOf(workspace)
}

/** The folder as a crash at this moment would leave it. */
export function crashed(folder: string): string {
  const copy = path.join(temporaryFolder(), 'data')
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
  return copy
}

/** All that a folder holds, also what was not asked for at its opening. */
export async function everythingIn(folder: string): Promise<{ content: Record<string, unknown>; store: Store }> {
  const first = await open(folder)
  const all = await first.allMonths()
  await first.close(null)
  const store = await open(folder, { months: all })
  await store.close(null)
  return { content: contentOf(store.workspace), store }
}

/** The one device's folder. */
export function deviceFolder(folder: string): string {
  const [device] = readdirSync(path.join(folder, 'devices'))
  return path.join(folder, 'devices', device ?? '')
}
export const journalOf = (folder: string): string => path.join(deviceFolder(folder), 'journal.jsonl')

/** Every file below a folder, with what is in it. */
export function filesIn(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const file = path.join(folder, name)
    if (statSync(file).isFile()) files.set(name, readFileSync(file, 'utf8'))
  }
  return files
}

/** Has the manifest say more, as another version of the app would write it. */
export function rewriteManifest(folder: string, more: Record<string, unknown>): void {
  const file = path.join(folder, 'manifest.json')
  writeManifest(file, { ...(JSON.parse(readFileSync(file, 'utf8')) as Manifest), ...more })
}

/** Changes the text of a shard, as somebody else would. */
export function rewriteShard(folder: string, shard: string, change: (text: string) => string): void {
  const file = path.join(deviceFolder(folder), `${shard}.json`)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}
