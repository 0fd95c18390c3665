import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dayAt, type Instant, type Zone } from '#shared/kernel/instant.ts'
import type { Language } from '#shared/model/quantities.ts'
import type { Edit } from '#shared/model/change.ts'
import type { Day } from '#shared/kernel/day.ts'

/**
 * Clears away a sample of an earlier day: it always runs up to today. What was tried in it today stays; so does a
 * folder that no note of ours says is a sample.
 */
export function clearOldSample(folder: string, today: Day): void {
  const note = path.join(folder, '..', 'made-on')
  const madeOn = read(note)
  if (madeOn === today) return
  if (madeOn !== null) rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.dirname(note), { recursive: true })
  writeFileSync(note, today)
}

/**
 * Throws the sample away, with all that was tried in it. Only a folder that a note of ours says is a sample; the note
 * goes last, so that what could not be deleted is cleared away at another day's start.
 */
export function throwAway(folder: string): void {
  const note = path.join(folder, '..', 'made-on')
  if (read(note) === null) return
  rmSync(folder, { recursive: true, force: true })
  rmSync(note, { force: true })
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

export async function sampleOf(now: Instant, zone: Zone, language: Language): Promise<Edit[]> {
  const { sampleEdits } = await import('#shared/sample/index.ts')
  return sampleEdits(dayAt(now, zone), now, zone, language)
}
