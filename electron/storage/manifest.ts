import { z } from 'zod'
import { isMonth, type Month } from '#shared/kernel/day.ts'
import { FORMAT } from '#shared/model/workspace.ts'
import { isObject, parseJson } from '#shared/kernel/json.ts'
import { crcOf } from './crc32.ts'
import { readIfThere, writeSafely, writeUnhurried } from './safe-file.ts'

/** What has to be known before anything else is read (persistence.md, Files). */
const manifestSchema = z.looseObject({
  format: z.int().positive(),
  /** The folder's own name for the machine that writes it. */
  device: z.string().regex(/^[0-9a-z-]{1,64}$/),
  /** The last change that is in the shards. */
  seq: z.int().nonnegative(),
  /** The last moment of the clock, so that it does not go back. */
  at: z.string(),
  /** The months in which a timer was running: it is found without reading them all. */
  running: z.array(z.string().refine(isMonth)),
  /** The shards' files as the last checkpoint left them (marks.ts); none before the first, and of earlier versions. */
  shards: z.record(z.string(), z.string()).optional(),
})
export type Manifest = z.infer<typeof manifestSchema> & { readonly running: readonly Month[] }

/** @returns null where there is none; 'bad' where it says nothing that can be used. */
export function readManifest(file: string): Manifest | 'bad' | null {
  const bytes = readIfThere(file)
  if (!bytes) return null
  try {
    const value = parseJson(bytes.toString().replace(/^\uFEFF/, ''))
    if (!isIntact(value)) return 'bad'
    const parsed = manifestSchema.safeParse(value)
    if (parsed.success) return parsed.data
    // What a later version may have changed beyond this is not ours to judge, but its number is.
    const newer = z.looseObject({ format: z.int().gt(FORMAT) }).safeParse(value)
    return newer.success ? { device: '', seq: 0, at: '', running: [], ...newer.data } : 'bad'
  } catch (error) {
    // A RangeError: it is nested so deep that it cannot be written again.
    if (error instanceof SyntaxError || error instanceof RangeError) return 'bad'
    throw error
  }
}

/**
 * One bit of it decides whose folder is read and which lines of the journal count, so it says what it was: in every
 * format the sum of its JSON, set out in one line and without the sum. One that has none is from before there was one.
 */
function isIntact(value: unknown): boolean {
  if (!isObject(value) || !Object.hasOwn(value, 'crc')) return true
  const { crc, ...rest } = value
  return crc === crcOf(JSON.stringify(rest))
}

export const writeManifest = (file: string, manifest: Manifest): void => writeSafely(file, textOf(manifest))

/** The same, without holding up anything else. */
export const writeManifestUnhurried = (file: string, manifest: Manifest): Promise<void> =>
  writeUnhurried(file, textOf(manifest))

function textOf(manifest: Manifest): string {
  const { crc: _, ...rest } = manifest
  return `${JSON.stringify({ ...rest, crc: crcOf(JSON.stringify(rest)) }, null, 2)}\n`
}
