import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closePeriod } from '#shared/domain/ledger/close-period.ts'
import { closedRow, handedBy, snapshotOf } from '#shared/domain/ledger/closed-row.ts'
import { adjustable, adjustedLedger, adjustments, closingOf, reopening } from '#shared/domain/ledger/closing.ts'
import { ledger, type Done, type LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Handed } from '#shared/domain/ledger/row.ts'
import { finalIndex, periodsUntil } from '#shared/domain/periods.ts'
import { addDays } from '#shared/kernel/day.ts'
import { seconds, sumOf } from '#shared/kernel/units.ts'
import { closingSchema } from '#shared/model/closing.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { daysFrom, testId } from '#tests/support/agreements.ts'
import { anyAgreement, anyDeliveries, anyEntries, anyZone } from '#tests/support/arbitrary.ts'
import { closed } from '#tests/support/closings.ts'

const anyCase = fc.record({
  agreement: anyAgreement,
  entries: anyEntries,
  deliveries: anyDeliveries,
  zone: anyZone,
  after: fc.integer({ min: 0, max: 600 }),
})
type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never

const asOf = ({ agreement, after }: Case) => addDays(agreement.startsOn, after)
const doneIn = ({ agreement, deliveries, zone }: Case, entries: readonly TimeEntry[]): Done => ({
  days: daysFrom(entries, agreement, zone),
  deliveries,
})
/** All periods are closed that are over on the last day that is looked at. */
const overIn = (drawn: Case): number =>
  periodsUntil(drawn.agreement, asOf(drawn)).filter(({ end }) => end <= asOf(drawn)).length
const opened = (rows: readonly LedgerRow[]) => rows.map((row) => ({ ...row, isClosed: false }))

test('a period goes into the file and comes back as it was, and hands on the same', () => {
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const { agreement } = drawn
      const done = doneIn(drawn, drawn.entries)
      const last = finalIndex(agreement) ?? Infinity
      let handed: Handed = { lots: [], borrowed: 0 }
      for (const period of periodsUntil(agreement, asOf(drawn))) {
        const step = closePeriod(agreement, period, last, handed, done)
        const own = { id: testId(1), engagementId: testId(2), start: period.start, end: period.end }
        const written = { ...own, closedAt: '2030-01-01T00:00:00Z', ...snapshotOf(step.row, step.handed) }
        const read = closingSchema.parse(JSON.parse(JSON.stringify(written)))
        expect(closedRow(read, period)).toEqual({ ...step.row, isClosed: true })
        expect(handedBy(read)).toEqual(step.handed)
        handed = step.handed
      }
    }),
    { numRuns: 1000 },
  )
})

test('closing alone changes nothing: the ledger is the open one, and there is nothing to adjust', () => {
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const { agreement } = drawn
      const done = doneIn(drawn, drawn.entries)
      const closings = closed(agreement, done, overIn(drawn))
      const rows = ledger(agreement, { ...done, closings }, asOf(drawn))
      expect(opened(rows)).toEqual(ledger(agreement, done, asOf(drawn)))
      expect(rows.filter(({ isClosed }) => isClosed)).toHaveLength(overIn(drawn))
      expect(adjustments(agreement, { ...done, closings })).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

/** A day's work more, on a day of one of the closed periods. */
const anyLater = fc.record({
  at: fc.nat(100_000),
  within: fc.nat(100_000),
  length: fc.integer({ min: 1, max: 40 * 3600 }),
  perkId: fc.constantFrom(undefined, undefined, 'perk-0'),
  billable: fc.constantFrom(true, true, true, false),
})

type Later = typeof anyLater extends fc.Arbitrary<infer Value> ? Value : never

/** A case whose past is closed, with work that was tracked after that in one of the closed periods. */
function changedLater(drawn: Case, { at, within, length, perkId, billable }: Later) {
  const before = doneIn(drawn, drawn.entries)
  const closings = closed(drawn.agreement, before, overIn(drawn))
  const period = periodsUntil(drawn.agreement, asOf(drawn))[at % Math.max(1, closings.size)]
  if (!period || closings.size === 0) return null
  const entry: TimeEntry = {
    id: testId(999),
    engagementId: null,
    note: '',
    tags: [],
    billable,
    ...(perkId === undefined ? {} : { perkId }),
    day: addDays(period.start, within % period.days),
    seconds: seconds(length),
  }
  return { before, after: doneIn(drawn, [...drawn.entries, entry]), closings, period }
}

/** As if it had not been closed: what came in, whatever was reported of it. */
const asOpen = (rows: readonly LedgerRow[]) =>
  rows.map(({ opening, adjusted, ...row }) => ({
    ...row,
    opening: opening + adjusted,
    adjustedLots: [],
    lots: row.lots.length,
    isClosed: false,
  }))

test('later work in a closed period is that period’s adjustment, by as much as an open ledger moves', () => {
  fc.assert(
    fc.property(anyCase, anyLater, (drawn, later) => {
      const changed = changedLater(drawn, later)
      fc.pre(changed !== null)
      const { before, after, closings, period } = changed
      const { agreement } = drawn
      const [was, is] = [before, after].map((done) => ledger(agreement, done, period.start).at(-1))
      const moved = adjustable.flatMap((figure) => {
        const by = (is?.[figure] ?? 0) - (was?.[figure] ?? 0)
        return by === 0 ? [] : [[figure, by] as const]
      })
      const [found, ...felt] = adjustments(agreement, { ...after, closings })
      expect([found?.closing.start, found?.by]).toEqual([period.start, Object.fromEntries(moved)])
      expect(found?.amount).toBe((is?.overageAmount ?? 0) - (was?.overageAmount ?? 0))
      for (const { closing, by } of felt) {
        expect(closing.start > period.start).toBe(true)
        expect(by).toHaveProperty('adjusted')
      }
      const rows = ledger(agreement, { ...after, closings }, asOf(drawn)).filter(({ isClosed }) => isClosed)
      expect(opened(rows)).toEqual(ledger(agreement, before, asOf(drawn)).slice(0, closings.size))
    }),
    { numRuns: 1000 },
  )
})

test('what has changed in closed periods is felt in the end as if they had never been closed', () => {
  fc.assert(
    fc.property(anyCase, anyLater, (drawn, later) => {
      const changed = changedLater(drawn, later)
      fc.pre(changed !== null)
      const { before, after, closings } = changed
      const { agreement } = drawn
      const done = { ...after, closings }
      const [is, was] = [after, before].map((each) => ledger(agreement, each, asOf(drawn)))
      expect(asOpen(adjustedLedger(agreement, done, asOf(drawn)))).toEqual(is && asOpen(is))
      expect(asOpen(ledger(agreement, done, asOf(drawn))).slice(closings.size)).toEqual(
        is && asOpen(is).slice(closings.size),
      )
      const owed = (rows: readonly LedgerRow[] = []): number =>
        sumOf(rows.slice(0, closings.size), ({ overageAmount }) => overageAmount)
      expect(sumOf(adjustments(agreement, done), ({ amount }) => amount)).toBe(owed(is) - owed(was))

      const next = ledger(agreement, done, asOf(drawn))[closings.size]?.period.start
      const kept = next && closingOf(agreement, done, next)
      if (!next || !kept) return
      const own = { id: testId(77), engagementId: testId(0), start: next, end: next, closedAt: '2030-01-01T00:00:00Z' }
      const all = new Map([...closings, [next, closingSchema.parse({ ...own, ...kept })]])
      expect(adjustments(agreement, { ...after, closings: all })).toEqual(adjustments(agreement, done))
    }),
    { numRuns: 1000 },
  )
})

test('what is agreed for later changes nothing in a closed period but its last one', () => {
  fc.assert(
    fc.property(anyCase, fc.nat(400), (drawn, later) => {
      const { agreement } = drawn
      const done = doneIn(drawn, drawn.entries)
      const closings = closed(agreement, done, overIn(drawn))
      const last = [...closings.values()].at(-1)
      fc.pre(last !== undefined)
      const endsOn = addDays(last.end, later)
      expect(adjustments({ ...agreement, endsOn }, { ...done, closings })).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('what opening a period again would change is what it changes', () => {
  fc.assert(
    fc.property(anyCase, anyLater, (drawn, later) => {
      const changed = changedLater(drawn, later)
      fc.pre(changed !== null)
      const { agreement } = drawn
      const { closings } = changed
      const done = { ...changed.after, closings }
      const start = [...closings.keys()].at(-1) ?? agreement.startsOn
      const preview = reopening(agreement, done, start, asOf(drawn))
      const before = ledger(agreement, done, asOf(drawn))

      closings.delete(start)
      const after = ledger(agreement, done, asOf(drawn))
      for (const [index, row] of after.entries()) {
        const was = before[index]
        const told = preview.find((each) => each.before.period.index === row.period.index)
        if (told) expect(told).toEqual({ before: was, after: row })
        else expect(opened([row])).toEqual(was && opened([was]))
      }
      expect(preview.every(({ before }) => before.period.start >= start)).toBe(true)
      const again = closingOf(agreement, done, start)
      expect(after.find(({ period }) => period.start === start)).toMatchObject({ ...again?.figures })
    }),
    { numRuns: 1000 },
  )
})
