import { describe, expect, test } from 'vitest'
import type { FileProblem, RowProblem } from '#shared/formats/rows.ts'
import { formatter } from '#shared/i18n/format.ts'
import { fileProblemText, rowProblemText } from '#shared/i18n/importing.ts'
import { translator } from '#shared/i18n/languages.ts'

const at = { line: 2, column: 'Start date' }
const rowProblems: RowProblem[] = [
  ...(
    [
      'missingStart',
      'missingEnd',
      'badDate',
      'badTime',
      'badDuration',
      'notYesNo',
      'endBeforeStart',
      'noTime',
      'negative',
      'isBreak',
      'stillRunning',
      'inFuture',
      'badQuotes',
      'badCharacters',
      'tooLong',
    ] as const
  ).map((code) => ({ ...at, text: 'x', code })),
  { ...at, text: '1:30:00', code: 'durationDiffers', elapsed: 4800 as never },
  { ...at, text: 'a, b', code: 'tooFewCells', cells: 2, columns: 13 },
  { ...at, text: 'a, b', code: 'tooManyCells', cells: 14, columns: 13 },
]
const fileProblems: FileProblem[] = [
  { code: 'empty' },
  { code: 'unknown' },
  { code: 'damaged' },
  { code: 'notEntries', tracker: 'ActivityWatch' },
  { code: 'tooManyLines', most: 1_000_000 },
]

describe.each(['en', 'it'] as const)('problems of a file in %s', (language) => {
  const [t, format] = [translator(language), formatter(language)]

  test('each row problem has words of its own, with its facts', () => {
    const texts = rowProblems.map((problem) => rowProblemText(t, format, problem))
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.join('\n')).toMatch(/1:20:00/)
    expect(texts.join('\n')).toMatch(/2\D+13/)
    expect(texts.join('\n')).not.toMatch(/!|please|per favore/i)
  })

  test('each file problem has a fault and a remedy, with its facts', () => {
    const texts = fileProblems.map((problem) => fileProblemText(t, format, problem))
    expect(texts.every(({ fault, remedy }) => fault !== '' && remedy !== '')).toBe(true)
    const all = texts.map(({ fault }) => fault).join('\n')
    for (const fact of ['ActivityWatch', format.number(1_000_000)]) expect(all).toContain(fact)
  })
})

test('a day that is not there is told apart from one of another century and from what is no day', () => {
  const [t, format] = [translator('en'), formatter('en')]
  const text = (day: string) => rowProblemText(t, format, { ...at, text: day, code: 'badDate' })
  expect(text('2026-02-30')).toBe('February 2026 has 28 days')
  expect(text('1926-02-03')).toBe('Before 1970. Check the year')
  for (const other of ['03/04/2026', '2026-13-01', '', 'soon']) expect(text(other)).toMatch(/^Not a day/)
})

test('the words before an Italian day follow it', () => {
  const t = translator('it')
  const summary = (fromDay: number, toDay: number) =>
    t.markup('importing.dialog.summary', {
      count: 2,
      shown: '2',
      duration: '3 h',
      from: `${fromDay} aprile`,
      fromDay,
      to: `${toDay} maggio`,
      toDay,
      b: (chunks) => chunks,
    })
  expect(summary(9, 7)).toBe('2 voci, 3 h, dal 9 aprile al 7 maggio')
  expect(summary(8, 11)).toBe('2 voci, 3 h, dall’8 aprile all’11 maggio')
  const ofDay = (fromDay: number) =>
    t.markup('importing.dialog.summaryOfDay', {
      count: 1,
      shown: '1',
      duration: '3 h',
      from: `${fromDay} aprile`,
      fromDay,
      b: (chunks) => chunks,
    })
  expect([ofDay(9), ofDay(8)]).toEqual(['1 voce, 3 h, il 9 aprile', '1 voce, 3 h, l’8 aprile'])
})

test('several days in one row are said to be that', () => {
  const say = (text: string) =>
    rowProblemText(translator('en'), formatter('en'), { ...at, column: 'Date', text, code: 'badDate' })
  expect(say('2026-03-02 - 2026-03-08')).toBe('Several days in one row. Export it day by day')
  expect(say('2026-03-02 - soon')).toContain('Not a day')
})
