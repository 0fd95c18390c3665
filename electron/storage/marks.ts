/**
 * What the manifest says of each shard's file: `seq count crc`, as the file's own head has them. So one that went away, or
 * in whose place an older copy was put, while nobody looked, is told from one that was never there (persistence.md: missing
 * is not deleted). Of a file that has not been looked into, which an earlier version left, only that it was there.
 */
export type Marks = Readonly<Record<string, string>>

/** Of a file whose head has not been read. */
export const UNREAD = 'unread'

export interface Mark {
  readonly seq: number
  readonly count: number
  readonly crc: string
}

const HEAD = /^\{"format":\d+,"seq":(\d+),"count":(\d+),"crc":"([0-9a-f]{8})"/

/** What a shard that this app wrote says of itself; null where it was set out otherwise. */
export function markIn(text: string): string | null {
  const [, seq, count, crc] = HEAD.exec(text.slice(0, 200)) ?? []
  return seq === undefined ? null : `${seq} ${count} ${crc}`
}

/** Null where it says nothing but that there is a file. */
export function readMark(mark: string | undefined): Mark | null {
  const [, seq, count, crc] = /^(\d+) (\d+) ([0-9a-f]{8})$/.exec(mark ?? '') ?? []
  return seq === undefined ? null : { seq: Number(seq), count: Number(count), crc: crc ?? '' }
}

/**
 * Whether a file is an older one than the manifest knows, or one of the same number from elsewhere. A later one is that of
 * a checkpoint that was cut off before it came to the manifest.
 */
export function isReplaced(known: string | undefined, found: string | null): boolean {
  const [then, now] = [readMark(known), readMark(found ?? undefined)]
  return then !== null && now !== null && (now.seq < then.seq || (now.seq === then.seq && now.crc !== then.crc))
}
