import { describe, expect, test } from 'vitest'
import { isSpanRow } from '#shared/formats/rows.ts'
import { trackerNames } from '#shared/formats/trackers.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { documentOf, readText } from '#tests/support/read-file.ts'
import { trackerFiles } from '#tests/support/tracker-files.ts'

const now = '2026-10-22T12:00:00Z' as Instant
const zone = 'Europe/London' as Zone
const lines = (...all: string[]): string => `${all.join('\n')}\n`

test.each(trackerFiles)('$tracker: $name is told and read', ({ tracker, content, rows, leftOut }) => {
  const read = documentOf(content, now, { zone })
  expect(trackerNames[read.tracker]).toBe(tracker)
  expect(read.waits).toBe(false)
  expect(
    Array.from(read.file.rows, (row) => [
      row.client,
      row.project,
      row.note,
      isSpanRow(row) ? row.start : row.day,
      row.seconds / 60,
    ]),
  ).toEqual(rows)
  expect(read.file.problems.filter(({ text }) => !text.startsWith('soon'))).toHaveLength(leftOut)
})

const clockify = (...dates: string[]): string =>
  lines(
    '"Project","Client","Start Date","Start Time","End Date","End Time","Duration (h)"',
    ...dates.map((date) => `"Site","Acme","${date}","09:00 AM","${date}","10:00 AM","01:00:00"`),
  )
const daysIn = (content: string, choices = {}) =>
  Array.from(documentOf(content, now, { zone, ...choices }).file.rows, (row) =>
    isSpanRow(row) ? row.start.slice(0, 10) : row.day,
  )

describe('the order of day and month', () => {
  test('is told by any row of the file', () => {
    expect(daysIn(clockify('03/04/2026', '03/14/2026'))).toEqual(['2026-03-04', '2026-03-14'])
    expect(daysIn(clockify('03/04/2026', '14/03/2026'))).toEqual(['2026-04-03', '2026-03-14'])
  })

  test('is told by what would be work in the future', () => {
    expect(daysIn(clockify('05/12/2026'))).toEqual(['2026-05-12'])
  })

  test('is told by nothing where it does not matter', () => {
    expect(daysIn(clockify('05/05/2026'))).toEqual(['2026-05-05'])
    expect(daysIn(clockify('2026-03-04'))).toEqual(['2026-03-04'])
  })

  test('else is asked, with what each would mean', () => {
    const content = clockify('03/04/2026', '04/05/2026')
    const read = documentOf(content, now, { zone })
    expect(read).toMatchObject({ waits: true, file: { rows: { length: 0 }, problems: [] } })
    expect(read.ways.dateOrder).toEqual([
      { way: 'dmy', cell: '03/04/2026', day: '2026-04-03', from: '2026-04-03', to: '2026-05-04' },
      { way: 'mdy', cell: '03/04/2026', day: '2026-03-04', from: '2026-03-04', to: '2026-04-05' },
    ])
    expect(daysIn(content, { dateOrder: 'mdy' })).toEqual(['2026-03-04', '2026-04-05'])
  })
})

const harvest = (...hours: string[]): string =>
  lines('Date,Client,Project,Task,Notes,Hours', ...hours.map((hour) => `2026-03-04,Acme,Site,,,"${hour}"`))
const hoursIn = (content: string, choices = {}) =>
  Array.from(documentOf(content, now, { zone, ...choices }).file.rows, ({ seconds }) => seconds / 3600)

describe('the decimal sign', () => {
  test.each<[cells: string[], hours: number[]]>([
    [
      ['1.5', '2'],
      [1.5, 2],
    ],
    [
      ['1,5', '2'],
      [1.5, 2],
    ],
    [
      ['1,250', '0,5'],
      [1.25, 0.5],
    ],
    [['0.125'], [0.125]],
    [['1.000,5'], [1000.5]],
    [['1:30'], [1.5]],
  ])('%j is %j hours', (cells, hours) => {
    expect(hoursIn(harvest(...cells))).toEqual(hours)
  })

  test('is asked where a number may be two', () => {
    const content = harvest('1,500')
    const { ways, waits } = documentOf(content, now, { zone })
    expect(waits).toBe(true)
    expect(ways.decimal?.map(({ way, seconds }) => [way, seconds / 3600])).toEqual([
      ['.', 1500],
      [',', 1.5],
    ])
    expect(hoursIn(content, { decimal: ',' })).toEqual([1.5])
  })
})

test('what a bare number counts is asked, unless its column says it', () => {
  const table = (name: string) => lines(`Date,${name},Note`, '2026-03-04,20,a', '2026-03-05,15,b')
  const { ways } = documentOf(table('Duration'), now, { zone })
  expect(ways.unit?.map(({ way, total }) => [way, total])).toEqual([
    ['hours', 126_000],
    ['minutes', 2100],
    ['seconds', 35],
  ])
  expect(hoursIn(table('Duration (min)'))).toEqual([1 / 3, 0.25])
  expect(hoursIn(table('Duration'), { unit: 'minutes' })).toEqual([1 / 3, 0.25])
  const tyme = documentOf('{"timed":[{"date":"2026-03-04","project":"A","task":"","duration":90}]}', now, { zone })
  expect(tyme).toMatchObject({ tracker: 'tyme', waits: true })
})

test.each([
  ['Datum;Beginn;Ende;Kunde;Projekt;Beschreibung', '04.03.2026;09:30;11:00;Acme;Website;Review'],
  ['Data;Dalle;Alle;Cliente;Progetto;Nota', '2026/3/4;9:30;11:00;Acme;Website;Review'],
  ['Start\tEnd\tCustomer\tJob\tComment', '2026-03-04 09:30\t2026-03-04 11:00\tAcme\tWebsite\tReview'],
  ['Started at,Hours,Client,Project,Title', '2026-03-04T09:30:00+00:00,1.5,Acme,Website,Review'],
  ['Day,From,Duration,Company,Matter,Memo', '2026-03-04,9:30 AM,1h 30m,Acme,Website,Review'],
])('columns of a table that nobody knows are guessed: %s', (header, row) => {
  const read = documentOf(lines(header, row), now, { zone, dateOrder: 'dmy' })
  expect(read.tracker).toBe('csv')
  expect({ ...read.file, rows: [...read.file.rows] }).toMatchObject({
    problems: [],
    rows: [{ client: 'Acme', project: 'Website', note: 'Review', start: '2026-03-04T09:30:00Z', seconds: 5400 }],
  })
})

describe('what is no list of work', () => {
  test.each([
    ['', 'empty'],
    ['{"a": 1}', 'unknown'],
    ['{"data":[', 'damaged'],
    ['['.repeat(200_000), 'damaged'],
    ['<html></html>', 'unknown'],
    ['{"buckets":{}}', 'notEntries'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), 'damaged'],
  ])('%.20j is %s', (content, code) => {
    expect(readText(content, zone, now)).toMatchObject({ ok: false, problem: { code } })
  })

  test('JSON that is nested too deep is damaged', () => {
    const nested = (depth: number): string => `{"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`
    expect(readText(nested(99), zone, now)).toMatchObject({ problem: { code: 'unknown' } })
    expect(readText(nested(100), zone, now)).toMatchObject({ problem: { code: 'damaged' } })
  })

  test('names that reach into an object’s own workings are names', () => {
    const content =
      '{"task":{"entities":{"__proto__":{"title":"x","projectId":"__proto__","timeSpentOnDay":{"2026-03-04":60000,"__proto__":{"polluted":1}}}}},"project":{"entities":{"constructor":{}}}}'
    expect([...documentOf(content, now, { zone }).file.rows]).toMatchObject([{ client: '', note: 'x', seconds: 60 }])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
