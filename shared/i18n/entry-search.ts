import type { EntryQuery } from '../domain/entry-list/asked.ts'
import { addDays, firstDayOf, isDay, isMonth, monthOf, type Day } from '../kernel/day.ts'
import { fold } from '../kernel/fold.ts'
import type { Language } from '../model/quantities.ts'

/** What stands before a colon in the search of entries; in each language's own words, and both are read in both. */
export const searchKeys = {
  en: { client: 'client', tag: 'tag', after: 'after', before: 'before', billable: 'billable' },
  it: { client: 'cliente', tag: 'etichetta', after: 'dopo', before: 'prima', billable: 'fatturabile' },
} as const
export type SearchKey = keyof (typeof searchKeys)['en']
export const searchAnswers = { en: ['yes', 'no'], it: ['sì', 'no'] } as const
const TODAY = new Set(['today', 'oggi'])
const YESTERDAY = new Set(['yesterday', 'ieri'])

/** What follows a key and is not what the key asks for. It is left out of the search, and said. */
export interface SearchProblem {
  readonly key: SearchKey
  readonly text: string
}

export interface Search {
  readonly query: EntryQuery
  readonly problems: readonly SearchProblem[]
}

/** A word, a text in quotes, or either behind a key. */
const TERM = /(?<alone>\p{L}+):(?=\s|$)|(?:(?<key>\p{L}+):)?(?:"(?<quoted>[^"]*)(?<closed>")?|(?<bare>\S+))/gu

const keyOf = new Map<string, SearchKey>(
  Object.values(searchKeys).flatMap((keys) =>
    Object.entries(keys).map(([key, word]) => [fold(word), key as SearchKey] as const),
  ),
)

/**
 * What is searched for, as it is typed: words, and `client:` `tag:` `after:` `before:` `billable:`. `after:` begins with
 * the day, the month's or the year's first day that it names, `before:` ends ahead of it: `after:2026-03 before:2026-04`
 * is March. Of several `client:` one has to be met, of several `tag:` each. A client in quotation marks is the one that is
 * called so. A key that is unknown is a word like others.
 *
 * @param ownWork how own work is called in the window's language
 */
export function parseSearch(text: string, { today, ownWork }: { today: Day; ownWork: string }): Search {
  const query: EntryQuery = { words: [], clients: [], tags: [], ownWork }
  const problems: SearchProblem[] = []
  for (const { groups = {} } of text.slice(0, 1000).matchAll(TERM)) {
    if (groups['alone'] !== undefined && keyOf.has(fold(groups['alone']))) continue // its value is still to come
    const key = groups['key'] === undefined ? undefined : keyOf.get(fold(groups['key']))
    const value = (groups['quoted'] ?? groups['bare'] ?? '').trim()
    const isWhole = groups['closed'] !== undefined
    if (key !== undefined) {
      if (value !== '' && !put(query, key, { value, isWhole }, today)) problems.push({ key, text: value })
    } else {
      const word = [groups['key'] ?? groups['alone'], value].filter((part) => part !== undefined).join(':')
      if (word !== '') query.words.push(fold(word).slice(0, 200))
    }
  }
  return { query: { ...query, words: query.words.slice(0, 50) }, problems }
}

/** @returns false where the value is not what the key asks for */
function put(
  query: EntryQuery,
  key: SearchKey,
  { value, isWhole }: { value: string; isWhole: boolean },
  today: Day,
): boolean {
  const folded = fold(value).slice(0, 200)
  if (key === 'client' && isWhole) return (query.names = [...(query.names ?? []), folded]).length > 0
  if (key === 'client') return query.clients.push(folded) > 0
  if (key === 'tag') return query.tags.push(folded) > 0
  if (key === 'billable') {
    const answer = answerOf(folded)
    if (answer !== null) query.billable = answer
    return answer !== null
  }
  const day = dayOf(folded, today)
  if (day === null) return false
  if (key === 'after') query.from = day
  else query.before = day
  return true
}

function answerOf(text: string): boolean | null {
  const [yes, no] = [0, 1].map((at) => Object.values(searchAnswers).map((answers) => fold(answers[at] ?? '')))
  return yes?.includes(text) ? true : no?.includes(text) ? false : null
}

/** `2026`, `2026-03`, `2026-03-04`, `3/2026`, `4/3/2026`, `4.3.26`, today, yesterday. */
function dayOf(text: string, today: Day): Day | null {
  if (TODAY.has(text)) return today
  if (YESTERDAY.has(text)) return addDays(today, -1)
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (iso) return checked(iso[1] ?? '', iso[2] ?? '1', iso[3] ?? '1')
  const written = /^(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4}|\d{2})$/.exec(text)
  if (!written) return null
  const year = written[3] ?? ''
  return checked(year.length === 2 ? `20${year}` : year, written[2] ?? '1', written[1] ?? '1')
}

function checked(year: string, month: string, date: string): Day | null {
  const isoMonth = `${year}-${month.padStart(2, '0')}`
  if (!isMonth(isoMonth) || year < '1970' || year > '2199') return null
  const day = `${firstDayOf(isoMonth).slice(0, 8)}${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** The search, as one would type it, for a client's entries from a day to another, the last one included. */
export function searchFor(language: Language, client: string, from: Day, to: Day): string {
  const keys = searchKeys[language]
  // A whole month is its name: shorter to read.
  const asMonth = (day: Day): string => (day === firstDayOf(monthOf(day)) ? monthOf(day) : day)
  // A quotation mark would end the name, and a name of any length comes last.
  const name = client.replaceAll('"', '').trim().slice(0, 200)
  return `${keys.after}:${asMonth(from)} ${keys.before}:${asMonth(addDays(to, 1))} ${keys.client}:"${name}"`
}

/** What could stand at the caret, and which part of the text it would take the place of. */
export interface Completion {
  readonly from: number
  readonly to: number
  /** As they are put in, a key with its colon. */
  readonly options: readonly string[]
}

interface Offered {
  readonly language: Language
  readonly clients: readonly string[]
  readonly tags: readonly string[]
}

const MOST = 8

/** The keys that begin with what is typed; behind a key its values. Names with blanks come in quotes. */
export function completionsOf(text: string, caret: number, { language, clients, tags }: Offered): Completion | null {
  const term = /(?:(?<key>\p{L}+):)?(?<value>"[^"]*|[^\s"]*)$/u.exec(text.slice(0, caret))
  if (!term || /^[^\s"]/.test(text.slice(caret))) return null
  const value = term.groups?.['value'] ?? ''
  const said = term.groups?.['key']
  const key = said === undefined ? undefined : keyOf.get(fold(said))
  const from = caret - value.length
  const typed = fold(value.replace('"', ''))
  if (key === undefined) {
    if (said !== undefined || value.startsWith('"')) return null
    const keys = Object.values(searchKeys[language]).filter((word) => word.startsWith(typed))
    return offer(from, caret, keys.map((word) => `${word}:`)) // prettier-ignore
  }
  if (key === 'before' || key === 'after') return null
  const values = { client: clients, tag: tags, billable: searchAnswers[language] as readonly string[] }[key]
  const found = values.filter((each) => fold(each).includes(typed) && each !== value)
  return offer(
    from,
    caret,
    found.map((each) => (/\s/.test(each) ? `"${each.replaceAll('"', '')}"` : each)),
  )
}

const offer = (from: number, to: number, options: readonly string[]): Completion | null =>
  options.length === 0 ? null : { from, to, options: options.slice(0, MOST) }
