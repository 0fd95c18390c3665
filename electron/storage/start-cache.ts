import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Month } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Settings } from '#shared/model/settings.ts'
import { layoutOf } from './folders.ts'
import { FILE_MODE, namesIn, readIfThere, renamePatiently } from './safe-file.ts'

/**
 * What the last run showed, for the first picture of the next one (persistence.md: derived; may be deleted at any
 * time). It is believed only while every file of the workspace, and the settings, are as they were left, to the byte
 * of their length and the millisecond of their writing, and only by the build that kept it. The workspace itself is
 * opened and checked afterwards, whatever stands here.
 */
export interface KeptStart {
  readonly build: string
  readonly folder: string
  /** The months whose entries are in it. */
  readonly months: readonly Month[]
  /** From this moment on it is another day's; null where that is all the same. */
  readonly until: Instant | null
  readonly settings: Settings
  readonly seq: number
}

export interface Start extends KeptStart {
  /** The snapshot as JSON text, but for what is known only when it is shown (first-look.ts). */
  readonly snapshot: string
}

interface Head extends KeptStart {
  readonly settingsText: string
  readonly files: string
}

const fileIn = (user: string): string => path.join(user, 'start.cache.json')
const sumOf = (text: string): string => createHash('md5').update(text).digest('hex')

/** What the settings say, but for where the windows are: that is kept as they close, and no page shows it. */
function settingsIn(user: string): string {
  const text = readIfThere(path.join(user, 'settings.json'))?.toString() ?? '{}'
  const { window: _window, mini: _mini, ...rest } = JSON.parse(text) as Partial<Settings>
  return JSON.stringify(rest)
}

/**
 * To be called while nothing is being done to the workspace. Not synced, and never throws: a start without it is slower.
 * @param user the folder of the settings
 */
export function keepStart(user: string, { snapshot, ...kept }: Start): void {
  try {
    const head: Head = { ...kept, settingsText: settingsIn(user), files: stampsOf(kept.folder) }
    const text = `${JSON.stringify(head)}\n${snapshot}\n`
    const temporary = `${fileIn(user)}.new`
    fs.writeFileSync(temporary, `${sumOf(text)}\n${text}`, { mode: FILE_MODE })
    renamePatiently(temporary, fileIn(user))
  } catch {
    fs.rmSync(fileIn(user), { force: true })
  }
}

interface Now {
  readonly build: string
  readonly months: readonly Month[]
  readonly now: Instant
}

/** @returns null where anything is not as it was left: then the workspace is opened before it is shown. */
export function findStart(user: string, { build, months, now }: Now): Start | null {
  try {
    const [sum, ...lines] = (readIfThere(fileIn(user))?.toString() ?? '').split('\n')
    if (lines.length !== 3 || sum !== sumOf(lines.join('\n'))) return null
    // The sum says that these are our own words.
    const { settingsText, files, ...kept } = JSON.parse(lines[0] ?? '') as Head
    const isOfNow = kept.build === build && String(kept.months) === String(months)
    const isOfToday = kept.until === null || now < kept.until
    if (!isOfNow || !isOfToday || settingsText !== settingsIn(user) || files !== stampsOf(kept.folder)) return null
    return { ...kept, snapshot: lines[1] ?? '' }
  } catch {
    return null
  }
}

/** Every file that a workspace is read from, with its length and the time of its writing. */
function stampsOf(folder: string): string {
  const { manifest, devices } = layoutOf(folder)
  const stamps = [stampOf(manifest)]
  for (const device of namesIn(devices).toSorted()) {
    const own = path.join(devices, device)
    for (const inside of [own, path.join(own, 'entries'), path.join(own, 'invoices')])
      for (const name of namesIn(inside).toSorted()) stamps.push(stampOf(path.join(inside, name)))
  }
  return stamps.join(' ')
}

function stampOf(file: string): string {
  const { size, mtimeMs } = fs.statSync(file)
  return `${path.basename(file)}:${size}:${mtimeMs}`
}
