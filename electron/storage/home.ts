import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { FORMAT } from '#shared/model/workspace.ts'
import { devicesInUse } from './device-names.ts'
import { deviceLayoutOf, type Layout } from './layout.ts'
import { takeLock, type Lock } from './lock.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { causeOf, type Cause, type Problem } from './problems.ts'
import type { Quarantine } from './quarantine.ts'
import { makeFolder, namesIn } from './safe-file.ts'

/** Whether the folder is ours to write in. */
export interface Entry {
  readonly readOnly: 'newerFormat' | 'locked' | null
  /** Null also where the disk gave none: then it is asked for again before something is written. */
  readonly lock: Lock | null
}

export function enter(layout: Layout): Entry {
  const manifest = attempt(() => readManifest(layout.manifest))
  if (manifest && manifest !== 'bad' && manifest.format > FORMAT) return { readOnly: 'newerFormat', lock: null }
  // A folder that cannot be written in opens all the same: what is asked of it later is refused with its cause.
  const lock = attempt(() => lockFolder(layout))
  return { readOnly: lock === 'taken' ? 'locked' : null, lock: lock === 'taken' ? null : lock }
}

/** Makes the folder where it is not there. */
export function lockFolder(layout: Layout): Lock | 'taken' {
  makeFolder(layout.root)
  return takeLock(layout.lock) ?? 'taken'
}

function attempt<Value>(act: () => Value): Value | null {
  try {
    return act()
  } catch {
    return null // asked again where it matters, and told there
  }
}

/** Whose folder it is. */
export interface Home {
  readonly device: string
  /** Null where it was not there or said nothing: then what it would say is found out from the rest. */
  readonly manifest: Manifest | null
  readonly isNew: boolean
  /** There was none, as far as the disk said. */
  readonly isManifestAbsent: boolean
  /** Why the manifest could not be read. It may say that a later version was here, so nothing is written then. */
  readonly unreadable: Cause | null
}

export function findHome(layout: Layout, quarantine: Quarantine, report: (problem: Problem) => void): Home {
  const { manifest, unreadable } = readOrReport(layout, quarantine, report)
  const devices = devicesInUse(layout, attempt(() => namesIn(layout.devices)) ?? [])
  const usable = manifest === 'bad' ? null : manifest
  const named = usable && usable.device !== '' ? usable.device : null
  return {
    device: named ?? latest(layout, devices) ?? randomBytes(6).toString('hex'),
    manifest: usable,
    isNew: manifest === null && unreadable === null && devices.length === 0,
    isManifestAbsent: manifest === null && unreadable === null,
    unreadable,
  }
}

function readOrReport(
  layout: Layout,
  quarantine: Quarantine,
  report: (problem: Problem) => void,
): { manifest: Manifest | 'bad' | null; unreadable: Cause | null } {
  const file = path.basename(layout.manifest)
  try {
    const manifest = readManifest(layout.manifest)
    if (manifest !== 'bad') return { manifest, unreadable: null }
    const kept = quarantine.move(layout.manifest)
    report({ kind: 'badFile', file, kept })
    // It would be written over.
    return { manifest, unreadable: quarantine.isOpen && kept === null ? 'other' : null }
  } catch (error) {
    const cause = causeOf(error)
    report({ kind: 'unreadable', file, cause })
    return { manifest: null, unreadable: cause }
  }
}

/** Without a manifest: the device that wrote last. */
function latest(layout: Layout, devices: readonly string[]): string | undefined {
  const written = (device: string): number => {
    const { root, journal } = deviceLayoutOf(layout, device)
    return attempt(() => fs.statSync(journal).mtimeMs) ?? attempt(() => fs.statSync(root).mtimeMs) ?? 0
  }
  return devices.toSorted((a, b) => written(b) - written(a))[0]
}
