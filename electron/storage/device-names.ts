import fs from 'node:fs'
import { FORMAT } from '#shared/model/workspace.ts'
import { deviceLayoutOf, type Layout } from './layout.ts'

/** A name of its own for each format, so that what lies in a folder is all of one. */
export const nextDevice = (device: string): string => `${device.replace(/-f\d+$/, '')}-f${FORMAT}`

/**
 * The folders of devices that somebody may be working in. An older one of which today's has been gone on with is none:
 * it could not be put aside, or was brought back. A migration writes no journal: that is begun with the first change.
 */
export const devicesInUse = (layout: Layout, devices: readonly string[]): string[] =>
  devices.filter((device) => {
    const next = nextDevice(device)
    if (next === device || !devices.includes(next)) return true
    const { journal, previousJournal } = deviceLayoutOf(layout, next)
    return !fs.existsSync(journal) && !fs.existsSync(previousJournal)
  })
