import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incomeByMonth, incomeKinds, totalOf } from '#shared/domain/income/by-month.ts'
import { feesOf, guaranteedUntil } from '#shared/domain/income/guaranteed.ts'
import { outlook } from '#shared/domain/income/outlook.ts'
import { prospectOf } from '#shared/domain/income/prospect.ts'
import { steadiness } from '#shared/domain/income/steadiness.ts'
import { fallsIn, stepsAhead } from '#shared/domain/income/steps.ts'
import {
  addDays,
  addMonths,
  addToMonth,
  firstDayOf,
  monthOf,
  monthsBetween,
  type Day,
  type Month,
} from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import { hourlySchema, projectSchema, retainerSchema, type Engagement } from '#shared/model/engagement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { testId } from '#tests/support/agreements.ts'
import { anyAgreement, anyDay, anyEntries } from '#tests/support/arbitrary.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'

const anyToday = anyDay('2024-01-01', 900)
const anySigned = fc
  .array(anyAgreement, { minLength: 1, maxLength: 4 })
  .map((agreements) =>
    agreements.map((agreement, index) => ({ id: testId(index), clientId: `${index % 2}`, agreement })),
  )

const client = clientNamed('Acme')

/** A retainer of any terms, a project and hourly work, with time on all three. */
const anyBook = fc
  .record({
    agreement: anyAgreement,
    status: fc.constantFrom('active', 'ended', 'draft'),
    archived: fc.boolean(),
    milestones: fc.array(fc.record({ on: anyDay('2023-06-01', 1200), amount: fc.integer({ min: 0, max: 900_000 }) }), {
      maxLength: 5,
    }),
    rates: fc.array(fc.record({ after: anyDay('2024-01-01', 800), rate: fc.integer({ min: 0, max: 20_000 }) }), {
      maxLength: 2,
    }),
    entries: anyEntries,
  })
  .map(({ agreement, status, archived, milestones, rates, entries }) => {
    const common = { clientId: client.id, name: '', archived }
    const later = rates
      .toSorted((a, b) => (a.after < b.after ? -1 : 1))
      .map(({ after, rate }) => ({ from: after, rate }))
    const engagements: Engagement[] = [
      retainerSchema.parse({ ...common, id: testId(1001), kind: 'retainer', status, agreement }),
      hourlySchema.parse({
        ...common,
        id: testId(1002),
        kind: 'hourly',
        rates: [{ from: null, rate: 9000 }, ...later],
      }),
      projectSchema.parse({
        ...common,
        id: testId(1003),
        kind: 'project',
        milestones: milestones.map((part, index) => ({ ...part, id: testId(index), name: '' })),
      }),
    ]
    const on = (entry: TimeEntry, index: number): TimeEntry => ({ ...entry, engagementId: testId(1001 + (index % 3)) })
    return bookOf(
      made('clients', client),
      ...engagements.map((engagement) => made('engagements', engagement)),
      ...entries.map((entry, index) => made('entries', on(entry, index))),
    )
  })

test('months tile the span, their parts are their sums, and each part lies in its month', () => {
  fc.assert(
    fc.property(anyBook, anyToday, fc.nat(30), fc.nat(30), (book, today, back, ahead) => {
      const [from, to] = [addToMonth(monthOf(today), -back), addToMonth(monthOf(today), ahead)]
      const months = incomeByMonth(book, 'EUR', today, from, to)
      expect(months.map(({ month }) => month)).toEqual(monthsBetween(from, to))
      for (const each of months) {
        for (const kind of incomeKinds)
          expect(sumOf(each.parts, (part) => (part.kind === kind ? part.amount : 0))).toBe(each.sums[kind])
        expect(totalOf(each)).toBe(sumOf(each.parts, ({ amount }) => amount))
        expect(each.parts.every(({ month, amount }) => month === each.month && amount !== 0)).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

test('a month is the same whatever span it is asked in', () => {
  fc.assert(
    fc.property(anyBook, anyToday, fc.integer({ min: -14, max: 14 }), fc.nat(12), (book, today, offset, more) => {
      const month = addToMonth(monthOf(today), offset)
      const wide = incomeByMonth(book, 'EUR', today, addToMonth(month, -more), addToMonth(month, more))
      expect(wide[more]).toEqual(incomeByMonth(book, 'EUR', today, month, month)[0])
    }),
    { numRuns: 1000 },
  )
})

test('as days go by, a month’s fees stay what they are: only their split into guaranteed and expected moves', () => {
  fc.assert(
    fc.property(anyAgreement, anyToday, anyToday, (agreement, one, other) => {
      const to = '2027-06' as Month
      const bySum = (asOf: Day): Map<Month, number> => {
        const sums = new Map<Month, number>()
        for (const { month, fee } of feesOf(agreement, asOf, to)) sums.set(month, (sums.get(month) ?? 0) + fee)
        return sums
      }
      expect(bySum(one)).toEqual(bySum(other))
    }),
    { numRuns: 1000 },
  )
})

test('fees that are asked for from a month on are the last of all, and none of them lacks', () => {
  fc.assert(
    fc.property(anyAgreement, anyToday, fc.nat(40), (agreement, today, back) => {
      const to = '2027-06' as Month
      const from = addToMonth(to, -back)
      const all = feesOf(agreement, today, to)
      const asked = feesOf(agreement, today, to, from)
      expect(asked).toEqual(all.slice(all.length - asked.length))
      expect(asked.length).toBeGreaterThanOrEqual(all.filter(({ period }) => period.end > firstDayOf(from)).length)
    }),
    { numRuns: 1000 },
  )
})

test('what is guaranteed comes first, and ends on the day that is said', () => {
  fc.assert(
    fc.property(anyAgreement, anyToday, (agreement, today) => {
      // Far enough for any of these terms to have ended.
      const fees = feesOf(agreement, today, '2036-12' as Month)
      const last = fees.findLast(({ guaranteed }) => guaranteed)
      expect(fees.slice(0, (last?.period.index ?? -1) + 1).every(({ guaranteed }) => guaranteed)).toBe(true)
      expect(guaranteedUntil(agreement, today)).toBe(last ? addDays(last.period.end, -1) : null)
    }),
    { numRuns: 1000 },
  )
})

test('steps tile the days, their shares are their levels, and the causes of a fall add up to it', () => {
  fc.assert(
    fc.property(anySigned, anyToday, fc.integer({ min: 1, max: 500 }), (signed, today, days) => {
      const to = addDays(today, days)
      const steps = stepsAhead(signed, today, to)
      expect(steps[0]?.from).toBe(today)
      expect(steps.at(-1)?.end).toBe(addDays(to, 1))
      for (const [index, step] of steps.entries()) {
        if (index > 0) expect(steps[index - 1]?.end).toBe(step.from)
        const sum = (isGuaranteed: boolean) =>
          sumOf(step.shares, ({ guaranteed, amount }) => (guaranteed === isGuaranteed ? amount : 0))
        expect([step.guaranteed, step.expected]).toEqual([sum(true), sum(false)])
        // Of all fees since the first those whose period the step lies in.
        const inForce = signed.filter(({ agreement }) =>
          feesOf(agreement, today, monthOf(to)).some(
            ({ period }) => period.start <= step.from && step.from < period.end,
          ),
        )
        expect(step.shares.map(({ engagementId }) => engagementId)).toEqual(inForce.map(({ id }) => id))
      }
      const falls = fallsIn(steps, signed)
      for (const { from, to: level, causes } of falls) {
        expect(level).toBeLessThan(from)
        expect(sumOf(causes, ({ amount }) => amount)).toBe(from - level)
      }
      const { months } = outlook(signed, 1, today)
      const prospect = prospectOf(steps, falls, signed, months)
      if (prospect?.peak) expect(prospect.peak.guaranteed).toBeGreaterThan(prospect.now.guaranteed)
      if (prospect?.fall) expect(prospect.after?.guaranteed).toBe(prospect.fall.to)
      // What the sentence says of months is what the chart and the steadiness have.
      if (prospect) expect(prospect.thisMonth.guaranteed).toBe(months[0]?.guaranteed)
      if (prospect?.inAll) expect(prospect.inAll.amount).toBe(sumOf(months, ({ guaranteed }) => guaranteed))
    }),
    { numRuns: 1000 },
  )
})

test('of months that are whole, the level on their first day is what is guaranteed in them', () => {
  const whole = (agreement: Agreement): Agreement => ({
    ...agreement,
    startsOn: `${agreement.startsOn.slice(0, 7)}-01` as Day,
    period: { every: 'month', anchor: 'calendar' },
    versions: agreement.versions.slice(0, 1).map((version) => ({ ...version, from: '2020-01-01' as Day })),
  })
  fc.assert(
    fc.property(anySigned, anyToday, (signed, today) => {
      const agreements = signed.map((each) => ({ ...each, agreement: whole(each.agreement) }))
      const steps = stepsAhead(agreements, today, addMonths(today, 12))
      const { months } = outlook(agreements, 1, today)
      for (const { month, guaranteed, expected } of months.slice(1)) {
        const step = steps.find(({ from, end }) => from <= `${month}-01` && `${month}-01` < end)
        expect([step?.guaranteed, step?.expected]).toEqual([guaranteed, expected])
      }
    }),
    { numRuns: 1000 },
  )
})

test('the place and the outlook say the same: months ahead, months covered, the largest client’s share', () => {
  const other = clientNamed('Other')
  const clientOf = (id: Id): Id => (id === testId(1) || id === testId(3) ? other.id : client.id)
  fc.assert(
    fc.property(anySigned, anyToday, fc.integer({ min: 1, max: 900_000 }), (signed, today, target) => {
      const book = bookOf(
        made('clients', client),
        made('clients', other),
        ...signed.map(({ id, agreement }) =>
          made(
            'engagements',
            retainerSchema.parse({
              id,
              clientId: clientOf(id),
              kind: 'retainer',
              name: '',
              status: 'active',
              agreement,
            }),
          ),
        ),
      )
      const now = monthOf(today)
      const months = incomeByMonth(book, 'EUR', today, addToMonth(now, -12), addToMonth(now, 11))
      const expected = outlook(signed, target, today)
      const ahead = months.slice(12)
      expect(ahead.map(({ sums }) => [sums.guaranteed, sums.expected])).toEqual(
        expected.months.map(({ guaranteed, expected: more }) => [guaranteed, more]),
      )
      const steady = steadiness(months, now, target, clientOf)
      expect(steady.covered).toHaveLength(expected.monthsCovered)
      const [largest] = steady.ahead.clients
      expect(largest?.basisPoints ?? null).toBe(expected.largestClientShareBasisPoints)
    }),
    { numRuns: 1000 },
  )
})
