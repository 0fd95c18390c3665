import { isSpanRow, type ImportRow } from '../formats/rows.ts'
import { wallClock, type Zone } from '../kernel/instant.ts'

type Printed = ImportRow

/**
 * Gives the rows of a file, one after the other, the keys by which they are known again: wall clock, seconds, and a hash
 * of client, project, task and note as the file spells them. The second row that says the same gets `#2`, the third
 * `#3`: they are as many entries. What can be changed in a tracker without another piece of work coming of it (tags,
 * billable or not) does not count; nor does the zone that the file's clocks were read in, since the wall clock is kept.
 */
export function fingerprinting(zone: Zone): (row: Printed) => string {
  const once = new Set<string>()
  const more = new Map<string, number>()
  const places = placeHashes()
  return (row) => {
    const print = `${whenOf(row, zone)}+${row.seconds} ${ended(hashing(places(row), row.note))}`
    const before = once.size
    once.add(print)
    if (once.size > before) return print
    const times = (more.get(print) ?? 1) + 1
    more.set(print, times)
    return `${print} #${times}`
  }
}

function whenOf(row: Printed, zone: Zone): string {
  if (!isSpanRow(row)) return `${row.day} `
  const { day, second } = wallClock(row.start, zone)
  return `${day} ${second}`
}

/** A hash on its way: what comes after it goes on from here. */
type Hash = readonly [number, number]
const BEGUN: Hash = [0xdeadbeef, 0x41c6ce57]
const BETWEEN = '\u001F'

/** The hash of what comes before the note. Many rows have it in common, so it is worked out once for each place. */
function placeHashes(): (row: Printed) => Hash {
  const known = new Map<string, Map<string, Map<string, Hash>>>()
  return ({ client, project, task }) => {
    let ofClient = known.get(client)
    if (!ofClient) known.set(client, (ofClient = new Map()))
    let ofProject = ofClient.get(project)
    if (!ofProject) ofClient.set(project, (ofProject = new Map()))
    let hash = ofProject.get(task)
    if (!hash) {
      hash = hashing(BEGUN, [client, project, task, ''].join(BETWEEN))
      // A file may have a task of its own for each row.
      if (ofProject.size < MOST_REMEMBERED) ofProject.set(task, hash)
    }
    return hash
  }
}
const MOST_REMEMBERED = 10_000

/** 53 bits of a text (cyrb53 by bryc, public domain): plenty to tell apart what began together. */
function hashing([a, b]: Hash, text: string): Hash {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  return [a, b]
}

function ended([a, b]: Hash): string {
  const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  const second = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)
  return inBase36(4294967296 * (2097151 & second) + (first >>> 0))
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
