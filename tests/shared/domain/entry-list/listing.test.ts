import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyToBook, countAll, emptyBook } from '#shared/domain/book.ts'
import { groupings, type Asked, type Grouping } from '#shared/domain/entry-list/asked.ts'
import { dayView, entriesOn } from '#shared/domain/day-view.ts'
import { byNewest, listedOf } from '#shared/domain/entry-list/listed.ts'
import { idsOf, linesOf, listingOf, weekOf } from '#shared/domain/entry-list/listing.ts'
import { completionsOf, parseSearch, searchFor } from '#shared/i18n/entry-search.ts'
import { addDays, day, monthOf, type Day } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { addSeconds, type Zone } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'
import { instant, ROME } from '#tests/support/agreements.ts'
import { clientNamed, hourlyFor, newId } from '#tests/support/books.ts'

const now = instant('2026-10-22T13:00:00Z')
const acme = clientNamed('Acmé')
const zed = clientNamed('Zed')
const [site, none] = [hourlyFor(acme, 'Site'), hourlyFor(zed, '')]

const span = (start: string, minutes: number, more: object = {}): TimeEntry =>
  entrySchema.parse({
    id: newId(),
    engagementId: site.id,
    start: instant(start),
    end: addSeconds(instant(start), minutes * 60),
    ...more,
  })
const untimed = (on: string, minutes: number, more: object = {}): TimeEntry =>
  entrySchema.parse({ id: newId(), engagementId: site.id, day: on, seconds: minutes * 60, ...more })

const preferencesIn = (timeZone: Zone) =>
  made('preferences', preferencesSchema.parse({ id: preferencesId, timeZone, currency: 'EUR', listRate: 8000 }))

function find(entries: readonly TimeEntry[], text = '', group: Grouping = 'day', zone: Zone = ROME) {
  const book = emptyBook(emptyWorkspace('all'), null)
  applyToBook(book, [
    preferencesIn(zone),
    ...[acme, zed].map((client) => made('clients', client)),
    ...[site, none].map((engagement) => made('engagements', engagement)),
  ])
  const { query } = parseSearch(text, { today: day('2026-10-22'), ownWork: 'Own work' })
  const asked: Asked = { query, group, weekStart: 1 }
  const items = entries.map((entry) => listedOf(entry, zone, now)).toSorted(byNewest)
  return listingOf(book, items, asked)
}
/** What is listed, in minutes: `2026-10-20 90: A 60, B 30`. */
const told = (listing: ReturnType<typeof find>): string[] =>
  listing.groups.map(
    ({ key, seconds, rows }) =>
      `${key.slice(0, 10)} ${seconds / 60}: ${rows.map((row) => `${row.entry.note} ${row.seconds / 60}`).join(', ')}`,
  )

describe('what is listed', () => {
  test('the newest first, work over midnight on both days with its parts, time without hours last of its day', () => {
    const entries = [
      span('2026-10-19T08:00:00Z', 60, { note: 'Morning' }),
      span('2026-10-19T21:30:00Z', 90, { note: 'Night' }),
      span('2026-10-20T07:00:00Z', 30, { note: 'Next' }),
      untimed('2026-10-20', 15, { note: 'Some' }),
    ]
    expect(told(find(entries))).toEqual([
      '2026-10-20 105: Next 30, Some 15, Night 60',
      '2026-10-19 90: Night 30, Morning 60',
    ])
    expect(find(entries)).toMatchObject({ entries: 4, seconds: 195 * 60, lines: 7 })
    expect(told(find(entries, '', 'month'))).toEqual(['2026-10 195: Next 30, Some 15, Night 90, Morning 60'])
  })

  test('weeks begin on the day that is said; clients go by name, own work last', () => {
    expect(weekOf(day('2026-10-22'), 1)).toBe('2026-10-19')
    expect(weekOf(day('2026-10-18'), 1)).toBe('2026-10-12')
    expect(weekOf(day('2026-10-18'), 7)).toBe('2026-10-18')
    const entries = [
      untimed('2026-10-20', 10, { note: 'own', engagementId: null }),
      untimed('2026-10-20', 20, { note: 'z', engagementId: none.id }),
      untimed('2026-10-19', 30, { note: 'a' }),
    ]
    expect(find(entries, '', 'client').groups.map(({ key }) => key)).toEqual([acme.id, zed.id, ''])
  })

  test('words, names, tags, days and whether it is billed', () => {
    const entries = [
      span('2026-10-19T08:00:00Z', 60, { note: 'Caffè draft', tags: ['Deep work'] }),
      span('2026-10-20T08:00:00Z', 60, { note: 'Call', billable: false, task: 'Kick-off', engagementId: none.id }),
      untimed('2026-10-21', 60, { note: 'Reading', engagementId: null, billable: false }),
    ]
    const notes = (text: string): string[] => find(entries, text).groups.flatMap((group) => group.rows.map((row) => row.entry.note)) // prettier-ignore
    expect(notes('caffe')).toEqual(['Caffè draft'])
    expect(notes('acme draft')).toEqual(['Caffè draft'])
    expect(notes('acme reading')).toEqual([])
    expect(notes('kick')).toEqual(['Call'])
    expect(notes('own work')).toEqual(['Reading'])
    expect(notes('client:zed')).toEqual(['Call'])
    expect(notes('cliente:zed client:acm')).toEqual(['Call', 'Caffè draft'])
    expect(notes('etichetta:"deep w"')).toEqual(['Caffè draft'])
    expect(notes('after:2026-10-20 before:21/10/2026')).toEqual(['Call'])
    expect(notes('fatturabile:sì')).toEqual(['Caffè draft'])
    expect(notes('billable:no reading')).toEqual(['Reading'])
  })

  test('a window gets the lines it asks for, and the ids of those that are chosen', () => {
    const entries = [1, 2, 3].flatMap((date) =>
      [1, 2].map((at) => span(`2026-10-0${date}T0${at + 7}:00:00Z`, 60, { note: `${date}.${at}` })),
    )
    const listing = find(entries)
    const lines = (from: number, count: number): string[] =>
      linesOf(listing, from, count).map((line) => (line.kind === 'group' ? line.key.slice(8) : line.entry.note))
    expect(lines(0, 9)).toEqual(['03', '3.2', '3.1', '02', '2.2', '2.1', '01', '1.2', '1.1'])
    expect(lines(2, 3)).toEqual(['3.1', '02', '2.2'])
    expect(lines(3, 1)).toEqual(['02'])
    expect(lines(8, 9)).toEqual(['1.1'])
    expect(lines(9, 9)).toEqual([])
    const ids = idsOf(listing, 2, 5)
    expect(ids).toEqual({ '2026-10': { ids: [entries[4]?.id, entries[3]?.id], seconds: [3600, 3600] } })
  })
})

const idSet = (listing: ReturnType<typeof find>): Set<string> =>
  new Set(Object.values(idsOf(listing, 0, listing.lines)).flatMap(({ ids }) => ids))

const anyZone = fc.constantFrom<Zone>(ROME, 'America/Los_Angeles' as Zone, 'Pacific/Auckland' as Zone)
const anyEntry = fc
  .record({
    hour: fc.integer({ min: 0, max: 24 * 40 }),
    minutes: fc.integer({ min: 1, max: 3000 }),
    timed: fc.boolean(),
  })
  .map(({ hour, minutes, timed }) => {
    const start = addSeconds(instant('2026-09-10T00:00:00Z'), hour * 3600)
    return timed ? span(start, minutes) : untimed(start.slice(0, 10), minutes)
  })

test('sums by day, week and month are those of the totals, in every zone; all lines are reached, each once', () => {
  fc.assert(
    fc.property(
      fc.array(anyEntry, { maxLength: 12 }),
      fc.constantFrom(...groupings),
      anyZone,
      (entries, group, zone) => {
        const listing = find(entries, '', group, zone)
        const workspace = emptyWorkspace('all')
        const days = [...countAll(workspace, entries, zone).values()].flatMap((totals) => [...totals])
        const keyOf = (of: Day): string => (group === 'week' ? weekOf(of, 1) : group === 'month' ? monthOf(of) : of)
        if (group === 'day' || group === 'week' || group === 'month')
          for (const { key, seconds, rows } of listing.groups) {
            expect(seconds).toBe(sumOf(days, ([of, total]) => (keyOf(of) === key ? total.worked : 0)))
            expect(new Set(rows.map(({ entry }) => entry.id)).size).toBe(rows.length)
          }
        expect(listing.seconds).toBe(sumOf(days, ([, total]) => total.worked))
        expect(sumOf(listing.groups, (each) => each.seconds)).toBe(listing.seconds)
        const all = linesOf(listing, 0, 1000)
        expect(all).toHaveLength(listing.lines)
        for (let line = 0; line < listing.lines; line += 3)
          expect(linesOf(listing, line, 3)).toEqual(all.slice(line, line + 3))
        expect(idSet(listing)).toEqual(new Set(entries.map(({ id }) => id)))
      },
    ),
    { numRuns: 1000 },
  )
})

test('a search that is made for a client’s months reads as it was meant, in both languages', () => {
  for (const language of ['en', 'it'] as const) {
    const text = searchFor(language, 'Acmé Paper "N" Ltd', day('2026-11-01'), day('2026-12-31'))
    const { query, problems } = parseSearch(text, { today: day('2026-10-22'), ownWork: 'Own work' })
    expect(query).toMatchObject({
      words: [],
      clients: [],
      names: ['acme paper n ltd'],
      from: '2026-11-01',
      before: '2027-01-01',
    })
    expect(problems).toEqual([])
  }
})

describe('a search by days', () => {
  const night = span('2026-04-30T20:00:00Z', 360, { note: 'Night' }) // 22:00 to 4:00 in Rome

  test('finds of an entry over midnight what lies in them, as the totals have it', () => {
    expect(told(find([night], 'after:2026-05 before:2026-06'))).toEqual(['2026-05-01 240: Night 240'])
    expect(told(find([night], 'after:2026-04 before:2026-05', 'month'))).toEqual(['2026-04 120: Night 120'])
    expect(find([night], 'before:2026-05').seconds).toBe(2 * 3600)
    expect(find([night], 'after:2026-05-02').entries).toBe(0)
    expect(linesOf(find([night], 'after:2026-05'), 1, 1)).toMatchObject([{ seconds: 4 * 3600, whole: 6 * 3600 }])
    expect(find([night]).seconds).toBe(6 * 3600)
  })

  test('adds up to the totals of those days, whatever lies over their borders, and counts what is there twice', () => {
    const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 * 1440 }), fc.integer({ min: 1, max: 1500 })), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 3 }), (list, first, count) => {
        const found = list.map(([from, minutes]) =>
          span(addSeconds(instant('2026-10-15T00:00:00Z'), from * 60), minutes),
        )
        const days = Array.from({ length: count }, (_, at) => addDays(day('2026-10-15'), first + at))
        const [from, before] = [days[0] as Day, addDays(days.at(-1) as Day, 1)]
        const listing = find(found, `after:${from} before:${before}`, 'client')
        const views = days.map((on) => dayView(entriesOn(found, on, ROME), on, ROME, now))
        expect(listing.seconds).toBe(sumOf(views, (view) => view.entered))
        expect(listing.twice).toBe(sumOf(views, (view) => view.twice))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a search for a client', () => {
  const labs = clientNamed('Acmé Labs')
  const lab = hourlyFor(labs, 'Zed')
  const findAll = (text: string) => {
    const book = emptyBook(emptyWorkspace('all'), null)
    applyToBook(book, [
      preferencesIn(ROME),
      ...[acme, zed, labs].map((client) => made('clients', client)),
      ...[site, none, lab].map((each) => made('engagements', each)),
    ])
    const items = [site, none, lab].map((work) =>
      listedOf(span('2026-10-19T08:00:00Z', 60, { engagementId: work.id, note: work.name }), ROME, now),
    )
    const { query } = parseSearch(text, { today: day('2026-10-22'), ownWork: 'Own work' })
    return listingOf(book, items, { query, group: 'day', weekStart: 1 }).groups.flatMap(({ rows }) =>
      rows.map(({ entry }) => entry.engagementId),
    )
  }

  test('finds by a part of the name, in quotation marks the one that is called so', () => {
    expect(findAll('client:acme')).toEqual([site.id, lab.id])
    expect(findAll('client:"Acme"')).toEqual([site.id])
    expect(findAll('client:"acmé labs"')).toEqual([lab.id])
    expect(findAll('client:zed')).toEqual([none.id, lab.id])
    expect(findAll('client:"zed"')).toEqual([none.id])
    expect(findAll('client:"zed" client:"Acme"')).toEqual([site.id, none.id])
  })

  test('that nobody is called, or that is still being typed, finds by a part too', () => {
    expect(findAll('client:"acme lab"')).toEqual([lab.id])
    expect(findAll('client:"acme')).toEqual([site.id, lab.id])
    expect(findAll('client:"site"')).toEqual([site.id])
  })
})

describe('what can stand at the caret', () => {
  const offered = { language: 'en', clients: ['Acme', 'Acme Labs'], tags: ['call', 'deep work'] } as const
  const optionsAt = (text: string) => completionsOf(text, text.length, offered)?.options ?? null

  test('are keys, and behind one its values, those of two words in quotation marks', () => {
    expect(optionsAt('b')).toEqual(['before:', 'billable:'])
    expect(optionsAt('client:')).toEqual(['Acme', '"Acme Labs"'])
    expect(optionsAt('client:lab')).toEqual(['"Acme Labs"'])
    expect(optionsAt('tag:')).toEqual(['call', '"deep work"'])
    expect(optionsAt('review tag:"de')).toEqual(['"deep work"'])
    expect(optionsAt('tag:call')).toBeNull()
    expect(optionsAt('billable:')).toEqual(['yes', 'no'])
    expect(optionsAt('after:')).toBeNull()
    expect(optionsAt('http:')).toBeNull()
  })

  test('takes the place of what is typed, and of nothing behind it', () => {
    expect(completionsOf('x tag:ca', 8, offered)).toEqual({ from: 6, to: 8, options: ['call'] })
    expect(completionsOf('tag:call', 6, offered)).toBeNull()
    expect(completionsOf('etichetta:ca', 12, { ...offered, language: 'it' })?.options).toEqual(['call'])
  })
})
