import type { RowList, RowNames } from '../formats/row-list.ts'
import { isSpanRow, type ImportRow } from '../formats/rows.ts'
import { DAY_MS, fromNumber } from '../kernel/day.ts'
import { localSecond, msOf, wallClockAt, type Zone } from '../kernel/instant.ts'

/**
 * Gives the rows of a file, one after the other, the keys by which they are known again: wall clock, seconds, and a hash
 * of client, project, task and note as the file spells them. The second row that says the same gets `#2`, the third
 * `#3`: they are as many entries. What can be changed in a tracker without another piece of work coming of it (tags,
 * billable or not) does not count; nor does the zone that the file's clocks were read in, since the wall clock is kept.
 * @param zone of the file's clocks (`zoneOfKeys`)
 */
export function fingerprinting(zone: Zone): (row: ImportRow) => string {
  const numbered = numbering()
  const places = placeHashes()
  return (row) => {
    const when = isSpanRow(row) ? clockOf(msOf(row.start), zone) : `${row.day} `
    return numbered(printOf(when, row.seconds, places(row), row.note))
  }
}

/**
 * What tells the moments of a file's rows in their keys: its own wall clocks, in the zone that they were read in; of a file
 * that writes moments with their offset, UTC, so that they are the same whatever zone its reader lives in by then.
 */
export const zoneOfKeys = (read: { readonly zone: Zone; readonly hasClocks?: boolean | undefined }): Zone =>
  read.hasClocks !== false ? read.zone : ('UTC' as Zone)

/** The rows of a list by their place in it. */
export interface Fingerprints {
  /** How often the same has been there so far, itself included: to be asked once each, in their order, and before the key. */
  readonly timesOf: (at: number) => number
  readonly keyOf: (at: number) => string
}

/**
 * The same for a list of rows. Those that say the same are told by numbers, and a key is written when it is asked for: a
 * hundred thousand texts that are kept take longer than all the rest.
 */
export function fingerprintsIn(rows: RowList, zone: Zone): Fingerprints {
  const places = rows.names.map((names) => placeHash(names))
  const [whens, hashes, times] = [
    new Float64Array(rows.length),
    new Float64Array(rows.length),
    new Int32Array(rows.length),
  ]
  /** The last row that says something, and one more: an open table, half of it empty. */
  const slots = new Int32Array(1 << Math.ceil(Math.log2(Math.max(2, rows.length) * 2)))
  let [lastDay, lastText] = [NaN, '']
  /** They mostly lie in order. */
  const textOf = (day: number): string => {
    if (day !== lastDay) [lastDay, lastText] = [day, fromNumber(day)]
    return lastText
  }
  return {
    timesOf(at) {
      const hash = hashOf(places[rows.nameOf(at)] ?? BEGUN, rows.noteOf(at))
      // No clock shows half a second.
      const when = rows.isOfDay(at) ? rows.startOf(at) + 0.5 : localSecond(rows.startOf(at), zone)
      const length = rows.secondsOf(at)
      hashes[at] = hash
      whens[at] = when
      let slot = (hash ^ Math.imul(when, 40503)) & (slots.length - 1)
      let before = (slots[slot] as number) - 1
      while (before >= 0 && !(hashes[before] === hash && whens[before] === when && rows.secondsOf(before) === length)) {
        slot = (slot + 1) & (slots.length - 1)
        before = (slots[slot] as number) - 1
      }
      slots[slot] = at + 1
      return (times[at] = before < 0 ? 1 : (times[before] as number) + 1)
    },
    keyOf(at) {
      const local = whens[at] ?? 0
      const day = Math.floor(local / DAY_S)
      const second = rows.isOfDay(at) ? '' : local - day * DAY_S
      const print = `${textOf(day)} ${second}+${rows.secondsOf(at)} ${inBase36(hashes[at] ?? 0)}`
      const count = times[at] ?? 1
      return count > 1 ? `${print} #${count}` : print
    },
  }
}

const DAY_S = DAY_MS / 1000

const printOf = (when: string, seconds: number, place: Hash, note: string): string =>
  `${when}+${seconds} ${inBase36(hashOf(place, note))}`

function clockOf(ms: number, zone: Zone): string {
  const { day, second } = wallClockAt(ms, zone)
  return `${day} ${second}`
}

function numbering(): (print: string) => string {
  const once = new Set<string>()
  const more = new Map<string, number>()
  return (print) => {
    const before = once.size
    once.add(print)
    if (once.size > before) return print
    const times = (more.get(print) ?? 1) + 1
    more.set(print, times)
    return `${print} #${times}`
  }
}

/** A hash on its way: what comes after it goes on from here. */
type Hash = readonly [number, number]
const BEGUN: Hash = [0xdeadbeef, 0x41c6ce57]
const BETWEEN = '\u001F'

/** The hash of what comes before the note. Many rows have it in common, so it is worked out once for each place. */
function placeHashes(): (row: RowNames) => Hash {
  const known = new Map<string, Map<string, Map<string, Hash>>>()
  return ({ client, project, task }) => {
    let ofClient = known.get(client)
    if (!ofClient) known.set(client, (ofClient = new Map()))
    let ofProject = ofClient.get(project)
    if (!ofProject) ofClient.set(project, (ofProject = new Map()))
    let hash = ofProject.get(task)
    if (!hash) {
      hash = placeHash({ client, project, task })
      // A file may have a task of its own for each row.
      if (ofProject.size < MOST_REMEMBERED) ofProject.set(task, hash)
    }
    return hash
  }
}
const MOST_REMEMBERED = 10_000

const placeHash = ({ client, project, task }: RowNames): Hash =>
  hashing(BEGUN, [client, project, task, ''].join(BETWEEN))

/** 53 bits of a text (cyrb53 by bryc, public domain): plenty to tell apart what began together. */
function hashing([a, b]: Hash, text: string): Hash {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  return [a, b]
}

/** The number of a hash that goes on with a last text: without a pair of its own for each of very many. */
function hashOf(begun: Hash, text: string): number {
  let [a, b] = begun
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  const second = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)
  return 4294967296 * (2097151 & second) + (first >>> 0)
}

const FOUR_DIGITS = 36 ** 4
const pairs = Array.from({ length: 36 * 36 }, (_, value) => value.toString(36).padStart(2, '0'))

/** As `toString(36)`, which takes a hundred times as long for a number of this size. */
export function inBase36(value: number): string {
  let [left, text] = [value, '']
  while (left >= FOUR_DIGITS) {
    const rest = left % FOUR_DIGITS
    text = `${pairs[Math.floor(rest / 1296)]}${pairs[rest % 1296]}${text}`
    left = Math.floor(left / FOUR_DIGITS)
  }
  const head = `${pairs[Math.floor(left / 1296)]}${pairs[left % 1296]}`
  let zeros = 0
  while (zeros < 3 && head[zeros] === '0') zeros += 1
  return `${head.slice(zeros)}${text}`
}
