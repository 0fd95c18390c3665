import { addDays, isDay, toNumber, weekdayOf, type Day } from '../kernel/day.ts'
import { parseWork, type Typed } from './parse-range.ts'
import type { FieldProblem, Parsed } from './parse.ts'

/** An entry as typed in one line: `ieri 9:30-11 acme review #call`. */
export interface TypedEntry {
  /** The day that was named; null for the one that is looked at. */
  readonly day: Day | null
  readonly times: Typed
  /** What it was for and the note, still as one: what is for is known by the names that there are (`workIn`). */
  readonly words: string
  readonly tags: readonly string[]
}

export type TypedProblem = FieldProblem | { readonly code: 'noTimes' } | { readonly code: 'noSuchDay' }
export type TypedReading =
  | { readonly ok: true; readonly value: TypedEntry }
  | { readonly ok: false; readonly problem: TypedProblem }

/** A tag is a word, or several in quotes: `#call`, `#"two words"`. It begins with a letter, so that `#3` stays a number. */
const TAG = /(?:^|\s)#(?:"([^"#]+)"|(\p{L}[^\s#"]*))(?=\s|$)/gu

/**
 * Reads a typed entry in the words of both languages. The times come first or last; tags may stand anywhere. Another day
 * than the one looked at (`yesterday`, `ieri`, `lunedì`, `21/10`, `2026-10-21`) stands beside them or at the other end.
 * @param today what `yesterday` is before; a weekday is the last one before it.
 */
export function parseEntry(text: string, today: Day): TypedReading {
  const tags: string[] = []
  const bare = text.replaceAll(TAG, (_all, quoted?: string, word?: string) => {
    tags.push((quoted ?? word ?? '').trim())
    return ' '
  })
  const tokens = bare.split(/\s+/).filter((token) => token !== '')
  if (tokens.length === 0) return { ok: false, problem: { code: 'empty' } }
  const found = timesFirst(tokens, today) ?? timesLast(tokens, today)
  if (!found) return { ok: false, problem: problemOf(tokens, today) }
  if ('problem' in found) return { ok: false, problem: found.problem }
  const { day, times, rest } = found.day === null ? withDayApart(found, today) : found
  if (day === 'none') return { ok: false, problem: { code: 'noSuchDay' } }
  return { ok: true, value: { day, times, words: rest.join(' '), tags: [...new Set(tags)] } }
}

/** How many words a stretch of time has at most: `from 9:30 to 1 30`, `1 hour and 30 minutes`. */
const LONGEST = 6
/** And a day: `the day before yesterday`. */
const DAY_WORDS = [4, 3, 2, 1] as const

interface Found {
  readonly day: Day | null | 'none'
  readonly times: Typed
  readonly rest: readonly string[]
}
interface Wrong {
  readonly problem: FieldProblem
}

/** What tells that times were meant, and which of them is wrong: `9 - 5` is asked about, and no 9 hours of "- 5". */
const MEANT: ReadonlySet<FieldProblem['code']> = new Set(['longNight', 'sameTime', 'noSuchHour', 'noSuchMinute'])

function timesFirst(tokens: readonly string[], today: Day): Found | Wrong | null {
  const named = dayBefore(tokens, today)
  const after = tokens.slice(named?.words ?? 0)
  for (let count = Math.min(LONGEST, after.length); count > 0; count--) {
    const times = parseWork(after.slice(0, count).join(' '))
    if (times.ok) return { day: named?.day ?? null, times: times.value, rest: after.slice(count) }
    if (MEANT.has(times.problem.code)) return { problem: times.problem }
  }
  return null
}

/** A bare number at the end belongs to the note (`sprint 3`): there, hours have to say that they are. */
function timesLast(tokens: readonly string[], today: Day): Found | Wrong | null {
  for (let at = Math.max(1, tokens.length - LONGEST); at < tokens.length; at++) {
    const text = tokens.slice(at).join(' ')
    const times: Parsed<Typed> | null = /^[\d.,]+$/.test(text) ? null : parseWork(text)
    if (!times) continue
    if (!times.ok && !MEANT.has(times.problem.code)) continue
    if (!times.ok) return { problem: times.problem }
    const before = tokens.slice(0, at)
    const words = DAY_WORDS.find((count) => count <= before.length && dayOf(before.slice(-count), today) !== null)
    const day = words === undefined ? null : dayOf(before.slice(-words), today)
    return { day, times: times.value, rest: before.slice(0, before.length - (words ?? 0)) }
  }
  return null
}

/** `sat with Bob`, `mar`, `sun` are words of a note as well: only beside the times they are days. */
const SHORT = /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom)$/
/** After these a day belongs to what was done: `report of yesterday`, `dati di ieri`. */
const BELONGS =
  /^(?:of|from|for|about|since|until|till|by|to|on|after|before|than|di|da|per|su|fino|a|dopo|prima|d[ae]l|.*altro)$/

/**
 * The day that stands apart from the times, at the other end of the line (`yesterday acme 14-16`) or right after them; at the
 * very end only where no word before it says that it belongs to the note. In a line with a name that is written out, all
 * behind the times is name and note.
 */
function withDayApart(found: Found, today: Day): Found {
  const { times, rest } = found
  if (rest.some((token) => token.endsWith(':'))) return found
  for (const count of DAY_WORDS) {
    if (count > rest.length) continue
    const [first, last] = [rest.slice(0, count), rest.slice(-count)]
    const named = SHORT.test(plain(first.join(' '))) ? null : dayOf(first, today)
    if (named !== null) return { day: named, times, rest: rest.slice(count) }
    const days = daysAgo(plain(last.join(' ')))
    if (days !== null && !BELONGS.test(plain(rest.at(-count - 1) ?? '')))
      return { day: addDays(today, -days), times, rest: rest.slice(0, -count) }
  }
  return found
}

/** What is most likely wrong: the times where there is something like them, else that they are missing. */
function problemOf(tokens: readonly string[], today: Day): TypedProblem {
  const [first = ''] = tokens.slice(dayBefore(tokens, today)?.words ?? 0)
  if (!/^[-−]?\d/.test(first)) return { code: 'noTimes' }
  const read = parseWork(first)
  return read.ok || read.problem.code === 'notDuration' ? { code: 'noTimes' } : read.problem
}

function dayBefore(tokens: readonly string[], today: Day): { day: Day | 'none'; words: number } | null {
  for (const words of DAY_WORDS) {
    const day = words < tokens.length ? dayOf(tokens.slice(0, words), today) : null
    if (day !== null) return { day, words }
  }
  return null
}

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:today|oggi)$/, 0],
  [/^(?:yesterday|ieri)$/, 1],
  [/^(?:l'?\s?altro\s?ieri|avantieri|(?:the )?day before yesterday)$/, 2],
]
const daysAgo = (text: string): number | null => RELATIVE.find(([words]) => words.test(text))?.[1] ?? null
/** By number, 1 Monday … 7 Sunday. */
const WEEKDAYS = [
  /^(?:monday|mon|lunedi|lun)$/,
  /^(?:tuesday|tue|martedi|mar)$/,
  /^(?:wednesday|wed|mercoledi|mer)$/,
  /^(?:thursday|thu|giovedi|gio)$/,
  /^(?:friday|fri|venerdi|ven)$/,
  /^(?:saturday|sat|sabato|sab)$/,
  /^(?:sunday|sun|domenica|dom)$/,
]

/** The day that these words name; `none` for one that there is not (31/6); null where they name none. */
function dayOf(tokens: readonly string[], today: Day): Day | 'none' | null {
  const text = plain(tokens.join(' '))
  const days = daysAgo(text)
  if (days !== null) return addDays(today, -days)
  const weekday = WEEKDAYS.findIndex((words) => words.test(text)) + 1
  if (weekday > 0) return addDays(today, -((weekdayOf(today) - weekday + 6) % 7) - 1)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? text : 'none'
  const named = monthNamed(text)
  if (named) return dayIn(named.year, named.month, named.date, today)
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(text) ?? []
  if (date === undefined || month === undefined) return null
  return dayIn(year ?? null, month.padStart(2, '0'), date.padStart(2, '0'), today)
}

/** In both languages, written out or as one shortens them, by number. */
const MONTHS = [
  /^(?:jan(?:uary)?|gen(?:naio)?)$/,
  /^feb(?:ruary|braio)?$/,
  /^mar(?:ch|zo)?$/,
  /^apr(?:il|ile)?$/,
  /^(?:may|mag(?:gio)?)$/,
  /^(?:june?|giu(?:gno)?)$/,
  /^(?:july?|lug(?:lio)?)$/,
  /^(?:aug(?:ust)?|ago(?:sto)?)$/,
  /^(?:sept?(?:ember)?|set(?:tembre)?)$/,
  /^(?:oct(?:ober)?|ott(?:obre)?)$/,
  /^nov(?:ember|embre)?$/,
  /^(?:dec(?:ember)?|dic(?:embre)?)$/,
]

/** `3 nov`, `3rd November 2025`, `Nov 3`, `1º dicembre`; null for other words. */
function monthNamed(text: string): { date: string; month: string; year: string | null } | null {
  const found =
    /^(?<date>\d{1,2})(?:st|nd|rd|th|[º°])? (?<name>[a-z]+)\.?(?: (?<year>\d{4}))?$/.exec(text) ??
    /^(?<name>[a-z]+)\.? (?<date>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/.exec(text)
  const { date, name, year } = found?.groups ?? {}
  const month = MONTHS.findIndex((words) => words.test(name ?? '')) + 1
  if (date === undefined || month === 0) return null
  return { date: date.padStart(2, '0'), month: String(month).padStart(2, '0'), year: year ?? null }
}

/**
 * Without a year it is such a day of this year or the last, whichever is nearer: in January, 24/12 is that of a month ago;
 * at the end of November, 30/11 has not come yet, and nobody means the one of a year before.
 */
function dayIn(year: string | null, month: string, date: string, today: Day): Day | 'none' {
  const inYear = (number: number): string => `${number}-${month}-${date}`
  const thisYear = Number(today.slice(0, 4))
  const tried = year === null ? [thisYear, thisYear - 1].map(inYear) : [`${year}-${month}-${date}`]
  const away = (day: Day): number => Math.abs(toNumber(day) - toNumber(today))
  return tried.filter(isDay).toSorted((a, b) => away(a) - away(b))[0] ?? 'none'
}

const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'")

/**
 * What typed words are for, and the note that is left, without a dash that only parts them: a name written out, with a colon after it (`Acme, Site: draft`),
 * else as many words from the first as still find something.
 * @param names of all that there is.
 * @param find the best match of a few words among them, by its index.
 */
export function workIn(
  said: string,
  names: readonly string[],
  find: (text: string) => number | null,
): { readonly index: number | null; readonly note: string } {
  const words = said.replace(DASH_BEFORE, '')
  const typed = words.toLowerCase()
  const written = names
    .map((name, index) => ({ index, start: `${tidied(name)}:` }))
    .filter(({ start }) => typed.startsWith(start.toLowerCase()))
    .toSorted((a, b) => b.start.length - a.start.length)[0]
  if (written) return { index: written.index, note: words.slice(written.start.length).trim() }
  const tokens = words.split(' ').filter((token) => token !== '')
  for (let count = tokens.length; count > 0; count--) {
    const index = find(tokens.slice(0, count).join(' '))
    if (index !== null)
      return {
        index,
        note: tokens
          .slice(count)
          .join(' ')
          .replace(/^[:,]\s*/, '')
          .replace(DASH_BEFORE, ''),
      }
  }
  return { index: null, note: words }
}

const DASH_BEFORE = /^[-–—]+(?:\s+|$)/

const tidied = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** The line that `parseEntry` and `workIn` read as this entry. A note in which something looks like a tag is not its own. */
export function printEntry({
  day,
  times,
  tags,
  name,
  note,
}: Omit<TypedEntry, 'words'> & { name: string; note: string }) {
  const when = times.kind === 'range' ? `${clock(times.from)}-${clock(times.to)}` : `${clock(times.seconds)}h`
  const said = note === '' ? `${tidied(name)}:` : `${tidied(name)}: ${tidied(note)}`
  return [day, when, said, ...tags.map((tag) => (/\s/.test(tag) ? `#"${tag}"` : `#${tag}`))]
    .filter((part) => part !== null)
    .join(' ')
}

/** Of the wall clock past midnight, as the next day shows it; the day's own end is 24:00. */
function clock(second: number): string {
  const at = second > 24 * 3600 ? second - 24 * 3600 : second
  return `${Math.floor(at / 3600)}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}`
}
