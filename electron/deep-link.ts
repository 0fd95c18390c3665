import { z } from 'zod'
import { LONGEST_NAME } from '#shared/kernel/names.ts'
import type { LinkedStart } from '#shared/asks.ts'

/** Browsers hand on much longer ones. */
const LONGEST_LINK = 4000

/** No line breaks, no control signs, and nothing that turns the text around it. */
const plainText = (most: number) =>
  z
    .string()
    .max(most)
    // oxlint-disable-next-line no-control-regex -- these are what is kept out
    .regex(/^[^\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/)
    .transform((text) => text.trim())

const startSchema = z.strictObject({
  client: plainText(LONGEST_NAME).default(''),
  work: plainText(LONGEST_NAME).default(''),
  note: plainText(1000).default(''),
})

/**
 * `mainstay://start?client=Acme&work=Site&note=A%20call`: all of it may be left out, nothing else may be in it. Any page
 * can make the system open such a link, so it is asked about before anything is done, and one that says more than it
 * may is refused whole.
 */
export function readLink(link: string): LinkedStart | null {
  if (link.length > LONGEST_LINK) return null
  const rest = /^mainstay:\/\/start\/?(?:\?([^#]*))?$/i.exec(link)
  if (!rest) return null
  const words = [...new URLSearchParams(rest[1] ?? '')]
  const said = Object.fromEntries(words)
  // Twice the same would leave open which of them is meant.
  if (Object.keys(said).length !== words.length) return null
  const read = startSchema.safeParse(said)
  return read.success ? read.data : null
}
