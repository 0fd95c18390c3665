import { app } from 'electron'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { dayAt, type Zone } from '#shared/kernel/instant.ts'
import type { Language } from '#shared/model/quantities.ts'
import { instantNow, wallClockMs } from './clock.ts'
import { firstEdits } from './first-start.ts'
import { newId } from './ids.ts'
import { clearOldSample, sampleOf } from './sample.ts'
import { openStore } from './storage/store.ts'
import { openWorkspace, type OpenWorkspace } from './workspace.ts'

interface Options {
  readonly folder: string
  readonly sample: boolean
  /** The folder is the app's own; one that the user named is never cleared. */
  readonly isOwn: boolean
  /** Electron is up: only then does it know the system's language and region. */
  readonly ready: Promise<void>
  readonly language: () => Language
}

const systemZone = (): Zone => Intl.DateTimeFormat().resolvedOptions().timeZone as Zone

/** Opens the data folder; an empty one begins with what the system tells, or with the sample. */
export async function openFolder({ folder, sample, isOwn, ready, language }: Options): Promise<OpenWorkspace> {
  const now = instantNow()
  const zone = systemZone()
  if (sample && isOwn) clearOldSample(folder, dayAt(now, zone))
  const month = now.slice(0, 7) as Month
  let due = (): void => undefined
  const store = await openStore(folder, {
    now: wallClockMs,
    months: [1, 0, -1, -2].map((step) => addToMonth(month, step)),
    onCheckpointDue: () => due(),
  })
  const workspace = openWorkspace(store, { now: wallClockMs, newId })
  due = () => void workspace.checkpoint()
  if (workspace.book.workspace.tables.preferences.size > 0) return workspace
  await ready
  const edits = sample && store.isNew ? sampleOf(now, zone, language()) : firstEdits(app.getSystemLocale(), zone)
  const begun = await workspace.begin('first start', edits)
  // Where nothing can be written it can still be looked at.
  if (!begun.ok) applyToBook(workspace.book, edits)
  return workspace
}
