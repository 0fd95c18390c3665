import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sampleEdits } from '#shared/sample/index.ts'
import { dayAt, type Instant, type Zone } from '#shared/kernel/instant.ts'
import type { Language } from '#shared/model/quantities.ts'
import type { Edit } from '#shared/model/change.ts'

/** Clears away a sample of an earlier day: it always runs up to today. What was tried in it today stays. */
export function clearOldSample(folder: string, today: string): void {
  const note = path.join(folder, '..', 'made-on')
  if (read(note) === today) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.dirname(note), { recursive: true })
  writeFileSync(note, today)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

export const sampleOf = (now: Instant, zone: Zone, language: Language): Edit[] =>
  sampleEdits(dayAt(now, zone), now, zone, language)
