import { opening, reading, type Choices, type ReadDocument } from '#shared/formats/document.ts'
import type { ReadOutcome } from '#shared/formats/row-list.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { atOnce } from '#shared/kernel/pieces.ts'

/** A file as it is read by some choices, without the app around it. */
export function documentOf(content: string | Uint8Array, now: Instant, choices: Choices): ReadDocument {
  const opened = atOnce(opening(content))
  if (!opened.ok) throw new Error(opened.problem.code)
  return atOnce(reading(opened.document, choices, now))
}

/** Its rows, or why there are none. */
export function readText(content: string | Uint8Array, zone: Zone, now: Instant): ReadOutcome {
  const opened = atOnce(opening(content))
  return opened.ok ? { ok: true, file: atOnce(reading(opened.document, { zone }, now)).file } : opened
}
