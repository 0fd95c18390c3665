import { app } from 'electron'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import type { Zone } from '#shared/kernel/instant.ts'
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
  readonly language: () => Language
}

const systemZone = (): Zone => Intl.DateTimeFormat().resolvedOptions().timeZone as Zone

/** Opens the data folder; an empty one begins with what the system tells, or with the sample. */
export async function openFolder({ folder, sample, language }: Options): Promise<OpenWorkspace> {
  const now = instantNow()
  if (sample) clearOldSample(folder, now.slice(0, 10))
  const month = now.slice(0, 7) as Month
  let due = (): void => undefined
  const store = await openStore(folder, {
    now: wallClockMs,
    months: [1, 0, -1, -2].map((step) => addToMonth(month, step)),
    onCheckpointDue: () => due(),
  })
  const workspace = openWorkspace(store, { now: wallClockMs, newId })
  due = () => void workspace.checkpoint()
  if (workspace.book.workspace.tables.preferences.size === 0)
    await workspace.begin(
      'first start',
      sample ? sampleOf(now, systemZone(), language()) : firstEdits(app.getSystemLocale(), systemZone()),
    )
  return workspace
}
