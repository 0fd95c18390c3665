import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdictOn } from '#shared/domain/offer-verdict.ts'
import { offersOn, type Offer, type Offered, type RetainerOffer } from '#shared/domain/offers.ts'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import { minor, minutes, seconds, sumOf } from '#shared/kernel/units.ts'

const anyMonths = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 200 * 3600 }), fc.constant(0)), { minLength: 1, maxLength: 24 })
  .map((charged) =>
    charged.map((count, index) => ({ month: addToMonth('2024-11' as Month, index), charged: seconds(count) })),
  )
const anyPerks = fc
  .array(fc.option(fc.integer({ min: 0, max: 300 })), { maxLength: 3 })
  .map((quotas) =>
    quotas.map((quota, index) => ({ id: `p${index}`, name: '', minutes: quota, count: null, value: minor(0) })),
  )
const anyRetainer: fc.Arbitrary<RetainerOffer> = fc.record({
  kind: fc.constant('retainer'),
  fee: fc.integer({ min: 0, max: 500_000 }).map(minor),
  included: fc.integer({ min: 0, max: 6000 }).map(minutes),
  overage: fc.oneof(
    fc.record({ policy: fc.constantFrom('bill', 'absorb', 'borrow') }),
    fc.record({ policy: fc.constantFrom('bill', 'borrow'), rate: fc.integer({ min: 0, max: 30_000 }).map(minor) }),
  ),
  rollover: fc.option(
    fc.record({
      periods: fc.option(fc.integer({ min: 1, max: 4 })),
      cap: fc.option(fc.integer({ min: 0, max: 3000 })),
    }),
  ),
  perks: anyPerks,
})
const anyByTheHour: fc.Arbitrary<Offer> = fc.record({
  kind: fc.constant('byTheHour'),
  discountBasisPoints: fc.integer({ min: 0, max: 10_000 }),
})
const anyGround = fc
  .integer({ min: 0, max: 30_000 })
  .map((listRate) => ({ currency: 'EUR', listRate: minor(listRate) }))
const anOffer = fc.oneof(anyByTheHour, anyRetainer)

test('an offer is the sum of its months, and its ends are among them', () => {
  fc.assert(
    fc.property(anyMonths, anOffer, anyGround, (months, offer, ground) => {
      const [offered = expect.fail()] = offersOn(months, [offer], ground)
      const paid = offered.months.map((month) => month.paid)
      expect(offered.months.map(({ month }) => month)).toEqual(months.map(({ month }) => month))
      expect(offered.paid.sum).toBe(sumOf(paid, (amount) => amount))
      expect(offered.best.paid).toBe(Math.max(...paid))
      expect(offered.worst.paid).toBe(Math.min(...paid))
      expect(offered.range).toBe(offered.best.paid - offered.worst.paid)
      expect(offered.given).toBe(sumOf(offered.months, ({ given }) => given))
      expect(offered.unused).toBe(sumOf(offered.months, ({ unused }) => unused))
      for (const { given, worked, unused } of offered.months)
        expect(0 <= given && given <= worked && unused >= 0).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('of a retainer all that was included is used or lost, and all that was worked is paid for, included or given', () => {
  fc.assert(
    fc.property(anyMonths, anyRetainer, anyGround, (months, offer, ground) => {
      const [offered = expect.fail()] = offersOn(months, [offer], ground)
      const tracked = sumOf(months, ({ charged }) => charged)
      const perks = sumOf(offer.perks, (perk) => (perk.minutes ?? 0) * 60) * months.length
      expect(sumOf(offered.months, ({ worked }) => worked)).toBe(tracked + perks)
      const included = offer.included * 60 * months.length
      const absorbed = offered.given - perks
      if (offer.overage.policy !== 'absorb') expect(absorbed).toBe(0)
      else expect(included + absorbed).toBe(tracked + offered.unused)
      expect(offered.paid.sum).toBeGreaterThanOrEqual(offer.fee * months.length)
      if (offer.overage.policy === 'absorb') expect(offered.paid.sum).toBe(offer.fee * months.length)
    }),
    { numRuns: 1000 },
  )
})

test('a larger discount never pays more, and none is list price', () => {
  fc.assert(
    fc.property(anyMonths, anyGround, fc.nat(10_000), fc.nat(10_000), (months, ground, a, b) => {
      const at = (discountBasisPoints: number): Offered =>
        offersOn(months, [{ kind: 'byTheHour', discountBasisPoints }], ground)[0] ?? expect.fail()
      const [low, high] = [at(Math.min(a, b)), at(Math.max(a, b))]
      expect(high.paid.sum).toBeLessThanOrEqual(low.paid.sum)
      expect(at(0).beyondList).toBe(0)
      expect(at(10_000).paid.sum).toBe(0)
    }),
    { numRuns: 1000 },
  )
})

test('who is ahead is ahead of all, by what the next is behind', () => {
  fc.assert(
    fc.property(anyMonths, fc.array(anOffer, { minLength: 2, maxLength: 4 }), anyGround, (months, offers, ground) => {
      const offered = offersOn(months, offers, ground)
      const { earns, saves, steadier } = verdictOn(offered)
      const sums = offered.map(({ paid }) => paid.sum).toSorted((a, b) => b - a)
      expect(offered[earns?.first ?? -1]?.paid.sum).toBe(sums[0])
      expect(earns?.by).toBe((sums[0] ?? 0) - (sums[1] ?? 0))
      expect(offered[saves?.first ?? -1]?.paid.sum).toBe(sums.at(-1))
      expect(saves?.by).toBe((sums.at(-2) ?? 0) - (sums.at(-1) ?? 0))
      const [hourly, retained] = (['byTheHour', 'retainer'] as const).map((kind) =>
        Math.min(...offered.filter(({ offer }) => offer.kind === kind).map(({ range }) => range)),
      )
      if (hourly === undefined || retained === undefined || !Number.isFinite(hourly + retained)) {
        expect(steadier).toBeNull()
        return
      }
      expect(offered[steadier?.first ?? -1]?.range).toBe(Math.min(hourly, retained))
      expect(steadier?.by).toBe(Math.abs(hourly - retained))
    }),
    { numRuns: 1000 },
  )
})
