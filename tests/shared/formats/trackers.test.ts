import { describe, expect, test } from 'vitest'
import { isSpanRow } from '#shared/formats/rows.ts'
import { unitOf } from '#shared/formats/guess.ts'
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

  test('is not told by what would be work in the future: a day that was planned would move all others', () => {
    const { ways, waits } = documentOf(clockify('02/04/2026', '05/04/2026', '06/12/2026'), now, { zone })
    expect(waits).toBe(true)
    expect(ways.dateOrder?.map(({ way, to }) => [way, to])).toEqual([
      ['dmy', '2026-12-06'],
      ['mdy', '2026-06-12'],
    ])
  })

  test('is asked of a file that fits neither, with how much of it cannot be read then; what does not fit stays out', () => {
    const content = clockify('13/03/2026', '03/25/2026', '03/26/2026', '04/04/2026')
    const { ways, waits } = documentOf(content, now, { zone })
    expect(waits).toBe(true)
    expect(ways.dateOrder?.map(({ way, day, misfits }) => [way, day, misfits])).toEqual([
      ['dmy', '2026-03-13', 4],
      ['mdy', null, 2],
    ])
    const { file } = documentOf(content, now, { zone, dateOrder: 'mdy' })
    expect(Array.from(file.rows, ({ line }) => line)).toEqual([3, 4, 5])
    expect(file.problems).toMatchObject([{ line: 2, text: '13/03/2026', code: 'badDate' }])
  })

  test('that the file tells holds, whatever was said of another one', () => {
    const content = clockify('03/05/2026', '04/06/2026', '03/25/2026')
    const read = documentOf(content, now, { zone, dateOrder: 'dmy' })
    expect(read).toMatchObject({ ways: {}, manner: { dateOrder: 'mdy' }, file: { problems: [] } })
    expect(daysIn(content, { dateOrder: 'dmy' })).toEqual(['2026-03-05', '2026-04-06', '2026-03-25'])
  })

  test('a year of two digits may come first where dashes part it, and is asked about', () => {
    const ordersOf = (...dates: string[]) =>
      documentOf(clockify(...dates), now, { zone }).ways.dateOrder?.map(({ way, day }) => [way, day])
    expect(ordersOf('26-03-04')).toEqual([
      ['dmy', '2004-03-26'],
      ['ymd', '2026-03-04'],
    ])
    expect(ordersOf('04-05-06')?.map(([way]) => way)).toEqual(['dmy', 'mdy', 'ymd'])
    expect(ordersOf('26-03-04', '14-03-44')).toBeUndefined()
    expect(ordersOf('26/03/04', '26.03.04')).toBeUndefined()
    expect(daysIn(clockify('26-03-04', '25-12-31'), { dateOrder: 'ymd' })).toEqual(['2026-03-04', '2025-12-31'])
    expect(daysIn(clockify('99-03-04'))).toEqual(['1999-03-04'])
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
      { way: 'dmy', cell: '03/04/2026', misfits: 0, day: '2026-04-03', from: '2026-04-03', to: '2026-05-04' },
      { way: 'mdy', cell: '03/04/2026', misfits: 0, day: '2026-03-04', from: '2026-03-04', to: '2026-04-05' },
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
    const content = harvest('1,500', '1,500', '1,500')
    const { ways, waits } = documentOf(content, now, { zone })
    expect(waits).toBe(true)
    expect(ways.decimal?.map(({ way, seconds, total }) => [way, (seconds ?? 0) / 3600, total / 3600])).toEqual([
      ['.', 1500, 4500],
      [',', 1.5, 4.5],
    ])
    expect(hoursIn(content, { decimal: ',' })).toEqual([1.5, 1.5, 1.5])
  })

  test('is asked where both signs stand in one file, and holds where the file tells', () => {
    const both = harvest('1.5', '2,5')
    const { ways, waits } = documentOf(both, now, { zone })
    expect(waits).toBe(true)
    expect(ways.decimal?.map(({ way, misfits, seconds }) => [way, misfits, seconds])).toEqual([
      ['.', 1, 5400],
      [',', 1, null],
    ])
    expect(documentOf(both, now, { zone, decimal: '.' }).file.problems).toMatchObject([{ text: '2,5' }])
    expect(hoursIn(harvest('1.500', '1.5'), { decimal: ',' })).toEqual([1.5, 1.5])
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
  const unitsIn = (header: string, ...cells: string[]) =>
    documentOf(lines(`Date,${header}`, ...cells.map((cell) => `2026-03-04,${cell}`)), now, { zone })
  // A point makes no hours of them.
  expect(unitsIn('Duration', '90.0', '45.0').ways.unit?.map(({ way }) => way)).toEqual(['minutes', 'seconds'])
  expect(unitsIn('Duration', '1.5', '8').waits).toBe(true)
  for (const header of ['Ore amministrazione', 'Hour(s)', 'Ore (decimali)', 'Arbeitsstunden', 'total_hours'])
    expect([header, unitOf(header)]).toEqual([header, 'hours'])
  for (const header of ['durationMinutes', 'Duration_min', 'Minute(s)', 'Minuti'])
    expect([header, unitOf(header)]).toEqual([header, 'minutes'])
  for (const header of ['Time (admin)', 'Duration (hours, minutes)', 'Nominal', 'Secondary'])
    expect([header, unitOf(header)]).toEqual([header, null])
  // What the name tells its user may know better, but not what was said of another file, where this one says otherwise.
  expect(hoursIn(table('Hours'), { unit: 'minutes' })).toEqual([1 / 3, 0.25])
  expect(unitsIn('Duration', '90').manner.unit).toBeUndefined()
  expect(documentOf(lines('Date,Duration', '2026-03-04,90'), now, { zone, unit: 'hours' })).toMatchObject({
    waits: true,
    manner: {},
  })
  const tyme = documentOf('{"timed":[{"date":"2026-03-04","project":"A","task":"","duration":90}]}', now, { zone })
  expect(tyme).toMatchObject({ tracker: 'tyme', waits: true })
})

test('a table is another tracker’s, or nobody’s, where its user says so', () => {
  const content = lines('Date,Client,Project,Worked', '2026-03-04,Acme,Site,1.5', '2026-03-05,Acme,Site,8')
  const read = documentOf(content, now, { zone })
  expect(read).toMatchObject({ tracker: 'csv', asked: ['unit'] })
  expect(read.table?.trackers).toEqual(['superProductivity', 'csv'])
  expect(hoursIn(content, { unit: 'hours' })).toEqual([1.5, 8])
  // Another program may have no other columns than Super Productivity; then its numbers are no thousandths.
  const alike = lines('Date,Worked', '2026-03-04,1.5', '2026-03-05,8')
  expect(documentOf(alike, now, { zone })).toMatchObject({ tracker: 'superProductivity', asked: ['unit'] })
  expect(documentOf(alike, now, { zone, tracker: 'csv', unit: 'hours' })).toMatchObject({ tracker: 'csv' })
  const ms = lines('Date,Worked', '2026-03-04,5400000', '2026-03-05,60000')
  expect(hoursIn(ms)).toEqual([1.5, 1 / 60])
  expect(documentOf(ms, now, { zone })).toMatchObject({ asked: [], ways: { unit: { length: 4 } } })
  expect(documentOf(ms, now, { zone, tracker: 'toggl' })).toMatchObject({ tracker: 'csv' })
})

test('what Kimai’s name for a column says holds, and a duration longer than its clocks is refused', () => {
  const header = 'Date,From,To,Duration(seconds),Customer,Project,Activity,Description'
  const kimai = (...lengths: number[]) =>
    documentOf(lines(header, ...lengths.map((length) => `2026-03-04,09:30,11:00,${length},Acme,Site,,a`)), now, {
      zone,
    })
  const { tracker, file } = kimai(5400, 3600, 7200)
  expect(tracker).toBe('kimai')
  expect(Array.from(file.rows, ({ seconds }) => seconds)).toEqual([5400, 3600])
  expect(file.problems).toMatchObject([{ line: 4, code: 'durationDiffers', elapsed: 5400 }])
})

test('a zone is told for clocks on the wall alone', () => {
  const clocks = (...all: string[]) => documentOf(lines(...all), now, { zone }).hasClocks
  expect(clocks('Date,Start,End', '2026-03-04,25:00,26:00')).toBe(true)
  expect(clocks('Start,End', '2026-03-04 09:00,2026-03-04 10:00')).toBe(true)
  expect(clocks('Start,End', '2026-03-04T09:00:00Z,2026-03-04T10:00:00+01:00')).toBe(false)
  expect(clocks('Date,Hours', '2026-03-04,1')).toBe(false)
})

test.each([
  ['Datum;Beginn;Ende;Kunde;Projekt;Beschreibung', '04.03.2026;09:30;11:00;Acme;Website;Review'],
  ['Data;Dalle;Alle;Cliente;Progetto;Nota', '2026/3/4;9:30;11:00;Acme;Website;Review'],
  ['Data;Inizio;Durata;Cliente;Progetto;Nota', '2026-03-04;9.30;1h30;Acme;Website;Review'],
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
