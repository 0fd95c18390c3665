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
  const seen = new Map<string, number>()
  return (row) => {
    const { seconds, client, project, task, note } = row
    const print = `${whenOf(row, zone)}+${seconds} ${hashOf([client, project, task, note].join('\u001F'))}`
    const times = (seen.get(print) ?? 0) + 1
    seen.set(print, times)
    return times === 1 ? print : `${print} #${times}`
  }
}

function whenOf(row: Printed, zone: Zone): string {
  if (!isSpanRow(row)) return `${row.day} `
  const { day, second } = wallClock(row.start, zone)
  return `${day} ${second}`
}

/** 53 bits of a text in base 36 (cyrb53 by bryc, public domain): plenty to tell apart what began together. */
function hashOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
