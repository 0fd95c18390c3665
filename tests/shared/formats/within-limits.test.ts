import { expect, test } from 'vitest'
import { printJson } from '#shared/formats/mainstay.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { LONGEST_TEXT } from '#shared/kernel/limits.ts'
import { seconds } from '#shared/kernel/units.ts'
import { documentOf } from '#tests/support/read-file.ts'

const now = '2026-10-22T12:00:00Z' as Instant
const zone = 'Europe/Rome' as Zone
const read = (...rows: string[]) => {
  const text = ['Client,Project,Task,Description,Start date,Start time,Duration', ...rows].join('\n')
  const { file } = documentOf(text, now, { zone })
  return { notes: Array.from(file.rows, ({ note }) => note), problems: file.problems }
}

test('the first hour of 1970 in Rome is of 1969 in the files, and says so', () => {
  const { notes, problems } = read(
    'Self,P,t,One,1970-01-01,00:30:00,0:30:00',
    'Self,P,t,Two,1970-01-01,01:00:00,0:30:00',
  )
  expect(notes).toEqual(['Two'])
  expect(problems).toEqual([{ line: 2, column: '', text: '1969-12-31', code: 'badDate' }])
})

test('names that are too long together are no task of own work', () => {
  const half = LONGEST_TEXT / 2
  const [fits, long] = ['p'.repeat(half - 6), 'p'.repeat(half)]
  const rows = [fits, long].map((project) => `Self,${project},${'t'.repeat(half - 2)},One,2026-03-04,08:00:00,0:30:00`)
  const { notes, problems } = read(...rows)
  expect(notes).toEqual(['One'])
  expect(problems).toMatchObject([{ line: 3, code: 'tooLong' }])
})

test('a file without lines has the same limit', () => {
  const row = (line: number, note: string) => ({
    line,
    client: 'A',
    project: 'B',
    task: '',
    tags: [],
    billable: true,
    seconds: seconds(60),
    note,
    day: '2026-03-04' as Day,
  })
  const content = printJson([row(1, 'short'), row(2, 'n'.repeat(LONGEST_TEXT + 1))], zone)
  const { file } = documentOf(content, now, { zone })
  expect(Array.from(file.rows, ({ note }) => note)).toEqual(['short'])
  expect(file.problems).toMatchObject([{ line: 2, code: 'tooLong' }])
})
