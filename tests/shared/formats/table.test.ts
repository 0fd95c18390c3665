import { describe, expect, test } from 'vitest'
import { isSpanRow, type RowProblem } from '#shared/formats/rows.ts'
import { readText } from '#tests/support/read-file.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { classic, newer } from '#tests/support/toggl-file.ts'

const now = '2026-10-22T12:00:00Z' as Instant

function read(text: string, zone = 'Europe/Rome') {
  const outcome = readText(text, zone as Zone, now)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  const { rows, problems } = outcome.file
  return { rows: [...rows], problems }
}
const lines = (...all: string[]): string => all.join('\n')

describe('the report up to 2024', () => {
  const text = lines(
    `\uFEFF${classic}`,
    'Ada,ada@example.com,Acme,Website,Design,"Review, round 2",Yes,2026-03-04,09:30:00,2026-03-04,11:00:00,01:30:00,"deep, remote",120.00',
    'Ada,ada@example.com,,Admin,,Inbox,No,2026-03-04,23:40:00,2026-03-05,00:10:00,00:30:00,,',
    '',
  )

  test('becomes rows', () => {
    expect(read(text)).toEqual({
      problems: [],
      rows: [
        {
          line: 2,
          client: 'Acme',
          project: 'Website',
          task: 'Design',
          note: 'Review, round 2',
          tags: ['deep', 'remote'],
          billable: true,
          start: '2026-03-04T08:30:00Z',
          end: '2026-03-04T10:00:00Z',
          seconds: 5400,
        },
        {
          line: 3,
          client: '',
          project: 'Admin',
          task: '',
          note: 'Inbox',
          tags: [],
          billable: false,
          start: '2026-03-04T22:40:00Z',
          end: '2026-03-04T23:10:00Z',
          seconds: 1800,
        },
      ],
    })
  })

  test('is read in the zone that is given', () => {
    expect(read(text, 'America/New_York').rows[0]).toMatchObject({ start: '2026-03-04T14:30:00Z' })
  })

  test('a dash is a name', () => {
    const row = 'Ada,,-,-,,-,Yes,2026-03-04,09:30:00,2026-03-04,11:00:00,01:30:00,,'
    expect(read(lines(classic, row)).rows[0]).toMatchObject({ client: '-', project: '-', note: '-' })
  })
})

describe('the report since 2024', () => {
  test('has dashes for empty cells, and names that changed', () => {
    const text = lines(
      newer,
      '"Review","Yes","2:00:00","AB","a@example.com","Website","Acme","-","-",220,"EUR","2026-09-07","12:00:00","2026-09-07","14:00:00"',
      '"-","No","0:25:00","AB","a@example.com","-","-","-","-","-","-","2026-09-08","9:00:00","2026-09-08","9:25:00"',
      '"Still going","No","-","AB","a@example.com","-","-","-","-","-","-","2026-09-08","11:00:00","",""',
    )
    const { rows, problems } = read(text)
    expect(rows).toMatchObject([
      { client: 'Acme', project: 'Website', task: '', note: 'Review', tags: [], billable: true, seconds: 7200 },
      { client: '', project: '', note: '', billable: false, seconds: 1500 },
    ])
    expect(problems).toEqual([{ line: 4, column: 'Stop time', text: '', code: 'stillRunning' }])
  })

  test('columns are found by name: any order, any case, any of the optional ones absent', () => {
    const orders = [
      '"Description","Duration","Member","Email","Project","Tags","Start date","Start time","Stop date","Stop time"',
      'STOP TIME,stop date , Start Time,START DATE,description',
      'start date;stop date;start time;stop time;description',
    ]
    const rows = [
      '"Review","1:30:00","AB","-","-","-","2026-03-04","09:30:00","2026-03-04","11:00:00"',
      '11:00:00,2026-03-04,09:30:00,2026-03-04,Review',
      '2026-03-04;2026-03-04;09:30:00;11:00:00;Review',
    ]
    for (const [index, header] of orders.entries())
      expect(read(lines(header, rows[index] ?? '')).rows).toMatchObject([
        { start: '2026-03-04T08:30:00Z', end: '2026-03-04T10:00:00Z', note: 'Review', client: '', billable: true },
      ])
  })

  test('without a stop the duration tells the end', () => {
    const text = lines('Start date,Start time,Duration,Member', '2026-03-04,09:30,1:30:00,AB', '2026-03-04,12:00,-,AB')
    const { rows, problems } = read(text)
    expect(rows).toMatchObject([{ start: '2026-03-04T08:30:00Z', end: '2026-03-04T10:00:00Z', seconds: 5400 }])
    expect(problems).toMatchObject([{ line: 3, column: 'Duration', code: 'stillRunning' }])
  })

  test('of two columns with the same name the first counts', () => {
    const text = lines('Client,Client,Start date,Start time,Duration', 'Acme,Birch,2026-03-04,09:30,1:00:00')
    expect(read(text).rows[0]?.client).toBe('Acme')
  })

  test('twelve hours with AM and PM', () => {
    const text = lines(
      'Start date,Start time,Stop date,Stop time',
      '2026-03-04,12:05 AM,2026-03-04,1:05:30 am',
      '2026-03-04,12:00 PM,2026-03-04,11:59 PM',
    )
    expect(read(text).rows.map((row) => row.seconds)).toEqual([3630, 43_140])
  })
})

const header = 'Description,Billable,Start date,Start time,End date,End time,Duration'
const problems = (...rows: string[]): readonly RowProblem[] => read(lines(header, ...rows)).problems

describe('a row that is wrong says where, and the rest comes in', () => {
  test.each<[row: string, column: string, text: string, code: RowProblem['code']]>([
    ['a,Yes,2026-03-04,25:00:00,2026-03-04,26:00:00,1:00:00', 'Start time', '25:00:00', 'badTime'],
    ['a,Yes,2026-03-04,24:00:00,2026-03-05,01:00:00,1:00:00', 'Start time', '24:00:00', 'badTime'],
    ['a,Yes,2026-03-04,09:60:00,2026-03-04,11:00:00,1:00:00', 'Start time', '09:60:00', 'badTime'],
    ['a,Yes,2026-03-04,13:00 PM,2026-03-04,14:00,1:00:00', 'Start time', '13:00 PM', 'badTime'],
    ['a,Yes,2026-03-04,nine,2026-03-04,11:00:00,1:00:00', 'Start time', 'nine', 'badTime'],
    ['a,Yes,2026-03-04,09:00:00,2026-03-04,10:00:99,1:00:00', 'End time', '10:00:99', 'badTime'],
    ['a,Yes,2026-02-29,09:00:00,2026-03-04,11:00:00,1:00:00', 'Start date', '2026-02-29', 'badDate'],
    ['a,Yes,2026-13-01,09:00:00,2026-03-04,11:00:00,1:00:00', 'Start date', '2026-13-01', 'badDate'],
    ['a,Yes,1926-03-04,09:00:00,1926-03-04,11:00:00,1:00:00', 'Start date', '1926-03-04', 'badDate'],
    ['a,Yes,2026-03-04,09:00:00,2026-04-31,11:00:00,1:00:00', 'End date', '2026-04-31', 'badDate'],
    ['a,Yes,,09:00:00,2026-03-04,11:00:00,1:00:00', 'Start date', '', 'missingStart'],
    ['a,Yes,2026-03-04,,2026-03-04,11:00:00,1:00:00', 'Start time', '', 'missingStart'],
    ['a,Yes,2026-03-04,09:00:00,,11:00:00,1:00:00', 'End date', '', 'missingEnd'],
    ['a,Yes,2026-03-04,09:00:00,2026-03-04,,1:00:00', 'End time', '', 'missingEnd'],
    ['a,Yes,2026-03-04,09:00:00,,,1:00:00', 'End time', '', 'stillRunning'],
    ['a,Yes,2026-03-04,11:00:00,2026-03-04,09:00:00,2:00:00', 'End time', '09:00:00', 'endBeforeStart'],
    ['a,Yes,2026-03-04,11:00:00,2026-03-04,11:00:00,0:00:00', 'End time', '11:00:00', 'endBeforeStart'],
    ['a,Yes,2026-03-05,11:00:00,2026-03-04,12:00:00,1:00:00', 'End time', '12:00:00', 'endBeforeStart'],
    ['a,Yes,2026-03-04,09:00:00,2026-03-04,10:00:00,soon', 'Duration', 'soon', 'badDuration'],
    ['a,Yes,2026-03-04,09:00:00,2026-03-04,10:00:00,1:60:00', 'Duration', '1:60:00', 'badDuration'],
    ['a,maybe,2026-03-04,09:00:00,2026-03-04,10:00:00,1:00:00', 'Billable', 'maybe', 'notYesNo'],
    ['a,Yes,2026-10-22,13:00:00,2026-10-22,14:00:01,1:00:01', 'End time', '14:00:01', 'inFuture'],
  ])('%s', (row, column, text, code) => {
    const good = 'good,Yes,2026-03-04,09:00:00,2026-03-04,10:00:00,1:00:00'
    const file = read(lines(header, good, row, good))
    expect(file.problems).toEqual([{ line: 3, column, text, code }])
    expect(file.rows.map(({ line }) => line)).toEqual([2, 4])
  })

  test('clocks that say another duration than the file: both are told', () => {
    expect(problems('a,Yes,2026-03-04,09:00:00,2026-03-04,10:20:00,1:30:00')).toEqual([
      { line: 2, column: 'Duration', text: '1:30:00', code: 'durationDiffers', elapsed: 4800 },
    ])
  })

  test('cells too few and too many; empty ones too many are borne with', () => {
    const row = 'a,Yes,2026-03-04,09:00:00,2026-03-04,10:00:00'
    expect(problems(row, `${row},1:00:00,`, `${row},1:00:00,more`)).toEqual([
      { line: 2, column: '', text: row.replaceAll(',', ', '), code: 'tooFewCells', cells: 6, columns: 7 },
      {
        line: 4,
        column: '',
        text: `${row},1:00:00,more`.replaceAll(',', ', '),
        code: 'tooManyCells',
        cells: 8,
        columns: 7,
      },
    ])
  })

  test('lines are those of the file after notes of several lines and broken rows; rows of nothing are none', () => {
    const text = lines(
      header,
      '"two\nlines",Yes,2026-03-04,09:00:00,2026-03-04,10:00:00,1:00:00',
      ',,,,,,',
      '"open,Yes,2026-03-04,09:00:00,2026-03-04,10:00:00,1:00:00',
      'a,Yes,2026-03-04,25:00:00,2026-03-04,10:00:00,1:00:00',
      'b,Yes,2026-03-04,09:00:00,2026-03-04,10:00:00,1:00:00',
    )
    const file = read(text)
    expect(file.problems.map(({ line, code }) => [line, code])).toEqual([
      [5, 'badQuotes'],
      [6, 'badTime'],
    ])
    expect(file.rows.map(({ line }) => line)).toEqual([2, 7])
  })
})

describe('on the night of a change of clocks the duration is the truth', () => {
  const spans = (zone: string, ...rows: string[]) => {
    const file = read(lines(header, ...rows), zone)
    expect(file.problems).toEqual([])
    return file.rows.map((row) => (isSpanRow(row) ? [row.start.slice(11, 16), row.end.slice(11, 16), row.seconds] : []))
  }

  test('spring: 0:30 to 3:30 is two hours', () => {
    expect(spans('Europe/London', 'a,Yes,2026-03-29,00:30:00,2026-03-29,03:30:00,2:00:00')).toEqual([
      ['00:30', '02:30', 7200],
    ])
  })

  test('autumn: the hour that comes twice is the one that the duration fits', () => {
    const rows = [
      'a,Yes,2025-10-26,00:30:00,2025-10-26,01:30:00,1:00:00',
      'a,Yes,2025-10-26,00:30:00,2025-10-26,01:30:00,2:00:00',
      'a,Yes,2025-10-26,01:30:00,2025-10-26,02:30:00,1:00:00',
      'a,Yes,2025-10-26,01:30:00,2025-10-26,02:30:00,2:00:00',
      'a,Yes,2025-10-26,01:50:00,2025-10-26,01:10:00,0:20:00',
      'a,Yes,2025-10-26,01:50:00,2025-10-26,01:10:00,',
    ]
    expect(spans('Europe/London', ...rows)).toEqual([
      ['23:30', '00:30', 3600],
      ['23:30', '01:30', 7200],
      ['01:30', '02:30', 3600],
      ['00:30', '02:30', 7200],
      ['00:50', '01:10', 1200],
      ['00:50', '01:10', 1200],
    ])
  })

  test('half an hour in Lord Howe', () => {
    expect(spans('Australia/Lord_Howe', 'a,Yes,2026-04-05,01:00:00,2026-04-05,02:00:00,1:30:00')).toEqual([
      ['14:00', '15:30', 5400],
    ])
  })

  test('a tracker that knows of no change: the start stands, the end follows from the duration', () => {
    expect(spans('Europe/London', 'a,Yes,2026-03-29,00:30:00,2026-03-29,03:30:00,3:00:00')).toEqual([
      ['00:30', '03:30', 10_800],
    ])
  })

  test('any other difference is refused on that night too', () => {
    expect(problems('a,Yes,2026-03-29,00:30:00,2026-03-29,04:30:00,2:30:00')).toMatchObject([
      { code: 'durationDiffers', elapsed: 10_800 },
    ])
  })
})

test('the same clock twice is a row of no time, and a whole day only if it lasted as long', () => {
  const table = (...rows: string[]) => read(lines('Date,Start,End,Duration', ...rows))
  const { rows, problems: wrong } = table(
    '2026-03-04,09:00,09:00,',
    '2026-03-04,09:00,09:00,24:00:00',
    '2026-03-04,22:00,01:00,',
  )
  expect(wrong).toEqual([{ line: 2, column: 'End', text: '09:00', code: 'endBeforeStart' }])
  expect(rows.map(({ seconds }) => seconds / 3600)).toEqual([24, 3])
})

test('a header alone is a file of no entries', () => {
  expect(read(classic)).toEqual({ rows: [], problems: [] })
})
