import type { Agreement } from '../../../model/agreement.ts'
import { termsOf, type Period } from '../../periods.ts'
import { rulesOn } from '../../rules.ts'
import { pauseOn } from '../../versions.ts'
import { overageAmount, scaleOf, topUpsIn } from '../close-period.ts'
import type { Explained, Reason } from './reason.ts'
import type { Opened } from './sources.ts'
import { leaf } from './tree.ts'

/** The included amount of the version in force, what proration takes off it, and each top-up. Access grants nothing. */
export function grantedParts({ agreement, row: { period } }: Opened): Explained[] {
  if (agreement.basis === 'access') return []
  const scale = scaleOf(agreement)
  const { included } = rulesOn(agreement, period.start)
  return [
    ...agreed(agreement, period, included * scale, termsOf(agreement, period).included * scale),
    ...topUpsIn(agreement, period).map((topUp) => leaf({ kind: 'topUp', topUp }, topUp.amount * scale)),
  ]
}

export const feeParts = ({ agreement, row: { period } }: Opened): Explained[] =>
  agreed(agreement, period, rulesOn(agreement, period.start).fee, termsOf(agreement, period).fee)

/** Goodwill is among them, at the price of 0 that it has. */
export const topUpAmountParts = ({ agreement, row: { period } }: Opened): Explained[] =>
  topUpsIn(agreement, period).map((topUp) => leaf({ kind: 'topUp', topUp }, topUp.price))

function agreed(agreement: Agreement, period: Period, whole: number, prorated: number): Explained[] {
  const inForce = leaf(versionOf(agreement, period), whole)
  if (prorated === whole) return [inForce]
  const { days, wholeDays } = period
  return [inForce, leaf({ kind: 'proration', days, wholeDays }, prorated - whole)]
}

/** A pause is told as one, with its end where that is in sight. */
function versionOf({ versions }: Agreement, { start }: Period): Reason {
  const pause = pauseOn(versions, start)
  if (pause) return { kind: 'pause', from: pause.from, until: pause.to }
  const version = versions.findLast(({ from }) => from <= start)
  if (!version) return { kind: 'version', version: null }
  const { from, fee, included } = version
  return { kind: 'version', version: { from, fee, included } }
}

/** One line: what is over, at its rate. Where nothing is over there is nothing to tell. */
export function overageAmountParts({ agreement, row: { period, overage } }: Opened): Explained[] {
  if (overage === 0) return []
  const rules = rulesOn(agreement, period.start)
  const { listRate } = rules
  const { policy, rate = listRate } = rules.overage
  const amount = overageAmount(agreement, rules, overage)
  return [
    policy === 'absorb'
      ? leaf({ kind: 'absorbed', listRate, overage }, amount)
      : leaf({ kind: 'rate', policy, rate, overage }, amount),
  ]
}

/**
 * From the row's own figures. A rate that there is not, since nothing was worked, is told with an amount of 0 by a
 * reason of its own, so that nobody takes it for work at no pay.
 */
export const effectiveRateParts = ({ row: { effectiveRate, fee, worked } }: Opened): Explained[] => [
  effectiveRate === null ? leaf({ kind: 'notWorked' }, 0) : leaf({ kind: 'perHour', fee, worked }, effectiveRate),
]
