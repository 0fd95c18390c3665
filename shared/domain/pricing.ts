import { scaleRounded } from '../kernel/rounding.ts'
import { minor, seconds, sumOf, type Minor, type Minutes, type Seconds } from '../kernel/units.ts'

export interface PricingInput {
  readonly minutesPerPeriod: Minutes
  readonly listRate: Minor
  /** In 1/100 of a percent, so that 12.5 % is the integer 1,250. */
  readonly discountBasisPoints: number
  readonly perks: readonly { readonly name: string; readonly minutes: Minutes }[]
  readonly periodsPerYear: number
  /** All the time there is to sell in a period. */
  readonly capacityMinutes: Minutes
}

export interface Pricing {
  readonly piecemeal: Minor
  readonly discountedFee: Minor
  readonly discountedRate: Minor
  readonly givenAwayPerYear: Minor
  readonly perkValue: Minor
  /** null without hours. */
  readonly valueAddRate: Minor | null
  /** Perks up to which they beat the discount; null at a discount of 100 %. */
  readonly breakEvenSeconds: Seconds | null
  readonly ceiling: Minor
  readonly better: 'perks' | 'discount' | 'same'
}

const WHOLE = 10_000

/** Both sides of the discount question (domain.md, Pricing a retainer). Each figure is rounded once. */
export function pricing(input: PricingInput): Pricing {
  const { minutesPerPeriod: hours, listRate, discountBasisPoints, capacityMinutes } = input
  const kept = WHOLE - discountBasisPoints
  const perkMinutes = sumOf(input.perks, (perk) => perk.minutes)
  const piecemeal = scaleRounded(hours, listRate, 60)
  const discountedFee = scaleRounded(hours * listRate, kept, 60 * WHOLE)
  return {
    piecemeal: minor(piecemeal),
    discountedFee: minor(discountedFee),
    discountedRate: minor(scaleRounded(listRate, kept, WHOLE)),
    givenAwayPerYear: minor((piecemeal - discountedFee) * input.periodsPerYear),
    perkValue: minor(scaleRounded(perkMinutes, listRate, 60)),
    valueAddRate: hours === 0 ? null : minor(scaleRounded(hours, listRate, hours + perkMinutes)),
    breakEvenSeconds: kept === 0 ? null : seconds(scaleRounded(hours * 60, discountBasisPoints, kept)),
    ceiling: minor(scaleRounded(capacityMinutes * listRate, kept, 60 * WHOLE)),
    better: betterOf(perkMinutes * kept, hours * discountBasisPoints),
  }
}

/** Perks win while x·(1−d) is under h·d; compared as integers, not at the rounded break-even. */
function betterOf(perks: number, breakEven: number): Pricing['better'] {
  if (perks === breakEven) return 'same'
  return perks < breakEven ? 'perks' : 'discount'
}

/**
 * The whole capacity sold on full terms and on those with extra time, in minor units, each rounded once; at the
 * discount it is `ceiling`. Without hours in a period the second is 0: there is no offer to sell.
 */
export function ceilings({ capacityMinutes, listRate, minutesPerPeriod: hours, perks }: PricingInput) {
  const given = hours + sumOf(perks, (perk) => perk.minutes)
  return {
    atList: minor(scaleRounded(capacityMinutes, listRate, 60)),
    withPerks: minor(hours === 0 ? 0 : scaleRounded(capacityMinutes * listRate, hours, 60 * given)),
  }
}
