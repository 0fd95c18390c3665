import { addToMonth, monthOf, type Day, type Month } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { sumOf, type Minor } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import { feesOf } from './guaranteed.ts'
import { outlook, type Signed } from './outlook.ts'

/** How far what is guaranteed reaches (domain.md, Steadiness). Shares in 1/100 of a percent; null without a target. */
export interface Cover {
  /** Twelve months, from today's on: the first is what of the target is guaranteed now. */
  readonly months: readonly { readonly month: Month; readonly guaranteed: Minor; readonly basisPoints: number | null }[]
  /** All of them together. */
  readonly basisPoints: number | null
  /** How many months in a row after today's are covered whole. */
  readonly monthsCovered: number
  readonly largestClientShareBasisPoints: number | null
}

/** @param target minor units a month; without one (0) nothing can be covered. */
export function coverOf(signed: readonly Signed[], target: number, asOf: Day): Cover {
  const { months, monthsCovered, largestClientShareBasisPoints } = outlook(signed, target, asOf)
  const share = (guaranteed: number, of: number): number | null =>
    of > 0 ? divideRounded(guaranteed * 10_000, of) : null
  return {
    months: months.map(({ month, guaranteed }) => ({ month, guaranteed, basisPoints: share(guaranteed, target) })),
    basisPoints: share(
      sumOf(months, ({ guaranteed }) => guaranteed),
      target * months.length,
    ),
    monthsCovered: target > 0 ? monthsCovered : 0,
    largestClientShareBasisPoints,
  }
}

/** What is, and what would be. */
export interface WhatIf {
  readonly before: Cover
  readonly after: Cover
}

/** With one more retainer, of a client who had none: a suggestion's agreement, or one like those there are. */
export const withOneMore = (signed: readonly Signed[], agreement: Agreement, target: number, asOf: Day): WhatIf => ({
  before: coverOf(signed, target, asOf),
  after: coverOf([...signed, { clientId: 'one more', agreement }], target, asOf),
})

/**
 * Without the client who brings most of what is guaranteed and expected in the next twelve months. From today on, as if
 * nothing more came of it: what a notice would still bring is left out, so that it is the worst that can happen.
 * @returns null where no fees are to come.
 */
export function withoutLargest(
  signed: readonly Signed[],
  target: number,
  asOf: Day,
): (WhatIf & { readonly clientId: Id | string }) | null {
  const clientId = largestClient(signed, asOf)
  if (clientId === null) return null
  const others = signed.filter((each) => each.clientId !== clientId)
  return { clientId, before: coverOf(signed, target, asOf), after: coverOf(others, target, asOf) }
}

/** The first of those that bring as much. */
function largestClient(signed: readonly Signed[], asOf: Day): Id | string | null {
  const [first, last] = [monthOf(asOf), addToMonth(monthOf(asOf), 11)]
  const byClient = new Map<Id | string, number>()
  for (const { clientId, agreement } of signed) {
    const ahead = feesOf(agreement, asOf, last).filter(({ month }) => month >= first)
    byClient.set(clientId, (byClient.get(clientId) ?? 0) + sumOf(ahead, ({ fee }) => fee))
  }
  const [largest] = [...byClient].toSorted(([, a], [, b]) => b - a)
  return largest && largest[1] > 0 ? largest[0] : null
}
