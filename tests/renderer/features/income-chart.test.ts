import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fall } from '#shared/domain/income/steps.ts'
import { formatter } from '#shared/i18n/format.ts'
import { addToMonth, day, monthsBetween, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { cliffsOf, coveredBy, placeCliffs, topForCliffs } from '#renderer/features/income/cliffs.ts'
import { edgeOf, type Column } from '#renderer/features/income/columns.ts'
import { layoutFor } from '#renderer/features/income/layout.ts'
import { figureWidth, textWidth, wrapped } from '#renderer/features/income/measure.ts'
import {
  HEIGHT,
  highestUnder,
  overlap,
  placeExpected,
  placeKinds,
  placeLimit,
  TOP,
} from '#renderer/features/income/placing.ts'
import { gridLines } from '#renderer/parts/grid-lines.ts'
import { testId } from '#tests/support/agreements.ts'

const FOUR = figureWidth('4,400')

describe('the layout', () => {
  test('at 1280 a year back, the labels above their figures; in a wider window beside them', () => {
    expect(layoutFor(1020, FOUR)).toMatchObject({ labels: 'above', back: 12 })
    expect(layoutFor(1010, FOUR)).toMatchObject({ labels: 'above', back: 12 })
    expect(layoutFor(1102, FOUR)).toMatchObject({ labels: 'beside', back: 12 })
  })

  test('at 900 six months back, the labels above their figures', () => {
    expect(layoutFor(786, FOUR)).toMatchObject({ labels: 'above', back: 6 })
  })

  test('figures are nine pixels apart, all on whole pixels, from edge to edge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 780, max: 2600 }), fc.constantFrom('900', '4,400', '14,400'), (width, widest) => {
        const layout = layoutFor(width, figureWidth(widest))
        const { left, right, column, bar, back } = layout
        expect(left + right + column * (back + 12)).toBe(width)
        expect(column - figureWidth(widest)).toBeGreaterThanOrEqual(9)
        expect((column - bar) % 2).toBe(0)
        expect(left).toBeGreaterThanOrEqual(layout.labels === 'beside' ? 84 : 0)
      }),
    )
  })
})

test('the grid has two or three lines, at round figures', () => {
  expect(gridLines(695_000)).toEqual([200_000, 400_000, 600_000])
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 1e9 }), (top) => {
      const lines = gridLines(top)
      expect(lines.length).toBeGreaterThanOrEqual(2)
      expect(lines.length).toBeLessThanOrEqual(3)
      expect(Math.max(...lines)).toBeLessThanOrEqual(top)
    }),
  )
})

const column = (month: Month, guaranteed: number, expected = 0, hourly = 0): Column => ({
  month,
  isAhead: true,
  guaranteed,
  expected,
  variable: 0,
  variableAhead: 0,
  hourly,
  estimate: 0,
  total: guaranteed + expected + hourly,
})
const months = monthsBetween('2026-04' as Month, '2027-09' as Month)
const layout = layoutFor(1020, FOUR)
const columnsOf = (values: readonly number[]): Column[] =>
  months.map((month, index) => column(month, values[index] ?? 0))
const words = {
  title: ({ day: on }: Fall) => `${on}, −2,200 guaranteed`,
  causes: () => ['Nordlys Foods ends, 1,600.', 'Quartieri Legal’s trial ends, 600'],
}
const fall = (on: string, from: number, to: number): Fall => ({
  day: day(on),
  from: minor(from),
  to: minor(to),
  causes: [{ engagementId: testId(1), reason: 'ends', amount: minor(from - to), still: minor(0) }],
})

test('a day stands at the first edge that is not before it', () => {
  const columns = columnsOf([])
  expect(edgeOf(columns, day('2026-04-01'))).toBe(0)
  expect(edgeOf(columns, day('2026-04-02'))).toBe(1)
  expect(edgeOf(columns, day('2027-01-01'))).toBe(9)
  expect(edgeOf(columns, day('2027-10-01'))).toBe(18)
  expect(edgeOf(columns, day('2027-10-02'))).toBeNull()
})

describe('the words of a cliff', () => {
  test('stand over the bars, within the chart, and off the target line, wherever the cliff is', () => {
    const values = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 18, maxLength: 18 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 17 }), (levels, at) => {
        const columns = columnsOf(levels)
        const cliffs = cliffsOf(
          [fall(`${addToMonth('2026-04' as Month, at)}-01`, 400_000, 200_000)],
          columns,
          layout,
          words,
        )
        const top = Math.max(1, ...levels, topForCliffs(cliffs, columns, layout))
        const y = (value: number): number => Math.round(TOP + (1 - value / top) * (HEIGHT - TOP))
        const [placed] = placeCliffs(cliffs, {
          columns,
          layout,
          y,
          lines: gridLines(top).map(y),
          target: null,
          taken: [],
        })
        const box = placed?.said?.box
        expect(box).toBeTruthy()
        if (!box) return
        expect(box.x).toBeGreaterThanOrEqual(layout.left)
        expect(box.x + box.width).toBeLessThanOrEqual(layout.width - layout.right)
        const bars = highestUnder(columns, layout, box.x, box.x + box.width)
        expect(box.y + box.height).toBeLessThanOrEqual(y(bars) - 8)
      }),
    )
  })

  test('of two cliffs never lie on one another', () => {
    const columns = columnsOf([])
    const cliffs = cliffsOf(
      [fall('2027-01-01', 400_000, 200_000), fall('2027-02-01', 200_000, 0)],
      columns,
      layout,
      words,
    )
    expect(cliffs.map(({ says }) => says[0]?.lines.length)).toEqual([2, 2])
    const y = (value: number): number => HEIGHT - value / 2500
    const [one, two] = placeCliffs(cliffs, { columns, layout, y, lines: [], target: 150, taken: [] }).map(
      ({ said }) => said?.box,
    )
    expect(one && two && !overlap(one, two)).toBe(true)
  })

  test('of several have no line through them, and each that has room says what ends', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(days, (at) => {
        const steps = at.toSorted((a, b) => a - b)
        const level = (index: number): number => 100_000 * (steps.length - index)
        const falls = steps.map((month, index) =>
          fall(`${addToMonth('2026-04' as Month, month)}-01`, level(index), level(index + 1)),
        )
        const columns = columnsOf(months.map((_, index) => level(steps.filter((month) => month <= index).length)))
        const cliffs = cliffsOf(falls, columns, layout, words)
        const top = Math.max(topForCliffs(cliffs, columns, layout), level(0))
        const y = (value: number): number => Math.round(TOP + (1 - value / top) * (HEIGHT - TOP))
        const placed = placeCliffs(cliffs, { columns, layout, y, lines: [], target: null, taken: [] })
        expect(placed[0]?.said?.lines.length).toBeGreaterThan(1)
        for (const one of placed)
          for (const other of placed)
            if (one !== other && one.said)
              for (const box of coveredBy(other, y)) expect(overlap(one.said.box, box)).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  test('of money by its day fall as far as the bars do; where these do not, there is no arrow', () => {
    const columns = columnsOf(months.map((_, index) => (index < 9 ? 3000 : 2200)))
    const seen = (month: string) => () => day(`${month}-01`)
    const [there] = cliffsOf([fall('2027-01-01', 4400, 2200)], columns, layout, words, seen('2027-01'))
    expect(there).toMatchObject({ from: 3000, to: 2200, hasArrow: true })
    const [later] = cliffsOf([fall('2027-01-01', 4400, 2200)], columns, layout, words, seen('2027-02'))
    expect(later).toMatchObject({ hasArrow: false })
  })

  test('a renewal to come has no arrow, nor has a fall outside the months shown', () => {
    const renewal: Fall = {
      ...fall('2027-01-01', 4, 2),
      causes: [{ engagementId: testId(1), reason: 'renewal', amount: minor(2), still: minor(2) }],
    }
    expect(cliffsOf([renewal, fall('2027-11-01', 4, 2)], columnsOf([]), layout, words)).toEqual([])
  })

  test('are broken between phrases, and inside one only where it is longer than a line', () => {
    expect(wrapped(words.causes(), 420)).toHaveLength(1)
    expect(wrapped(words.causes(), 200)).toEqual(words.causes())
    const unbroken = wrapped(['W'.repeat(40)], 100)
    expect(unbroken.join('')).toBe('W'.repeat(40))
    expect(Math.max(...unbroken.map((line) => textWidth(line)))).toBeLessThanOrEqual(100)
    expect(wrapped([], 200)).toEqual([])
    const long = wrapped(['Ölmühle Zürich & Söhne Aktiengesellschaft ends, 12,000'], 200)
    expect(long).toEqual(['Ölmühle Zürich & Söhne', 'Aktiengesellschaft ends, 12,000'])
  })
})

test('labels of the first bar’s parts are a line apart, from the base up', () => {
  const y = (value: number): number => HEIGHT - value / 1000
  const labels = placeKinds(column(months[0] as Month, 1000, 500, 9000), y)
  expect(labels.map(({ look }) => look)).toEqual(['guaranteed', 'expected', 'hourly'])
  for (const [index, { y: at }] of labels.slice(1).entries())
    expect((labels[index]?.y ?? 0) - at).toBeGreaterThanOrEqual(16)
})

test('the label of what is expected stands near the middle of what is all expected', () => {
  const columns = months.map((month, index) => column(month, index < 12 ? 2000 : 0, index < 9 ? 0 : 1000))
  const y = (value: number): number => HEIGHT - value / 20
  const label = placeExpected(columns, layout, y, 50, { lines: [], target: null, taken: [] })
  expect(label?.x).toBe(Math.round(layout.left + 14.5 * layout.column))
  expect(placeExpected(columnsOf([]), layout, y, 50, { lines: [], target: null, taken: [] })).toBeNull()
})

test('words are as wide as the page draws them, to a few pixels', () => {
  // Read off the screen.
  expect(Math.abs(textWidth('Ölmühle Zürich & Söhne Aktiengesellschaft ends, 12,000') - 317)).toBeLessThan(8)
  expect(Math.abs(textWidth('1 December, −2,200 guaranteed', true) - 185)).toBeLessThan(6)
})

test('figures are as wide as they are long', () => {
  expect(figureWidth(formatter('it').amount(1_234_500, 'EUR', 'never'))).toBe(figureWidth('12,345'))
})

test('a limit’s name stands over its own line, off the bars that pass it', () => {
  const limit = months.map(() => 100)
  const over = (from: number): Column[] => columnsOf(months.map((_, index) => (index >= from ? 140 : 60)))
  expect(placeLimit(over(99), limit, 2)).toEqual({ end: 18, over: 100 })
  expect(placeLimit(over(16), limit, 2)).toEqual({ end: 16, over: 100 })
  expect(placeLimit(over(0), limit, 2)).toEqual({ end: 18, over: 140 })
})
