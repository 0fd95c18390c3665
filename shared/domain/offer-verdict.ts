import type { Offered } from './offers.ts'

/** One offer ahead of all others, and by how much of the next one. */
export interface Lead {
  /** Indices of the offers compared. */
  readonly first: number
  readonly next: number
  /** 0 where they are alike: then neither is ahead, and `first` is the one that was named first. */
  readonly by: number
}

/** Which offer is better, for whom and by how much: facts for a sentence. Null with fewer than two to compare. */
export interface Verdict {
  /** Most paid, in minor units: the user's side. */
  readonly earns: Lead | null
  /** Least paid: the client's side. */
  readonly saves: Lead | null
  /** Most for an hour worked. */
  readonly perHour: Lead | null
  /**
   * By the hour against a retainer, each the best of its kind: whose months are less far apart, by their range in minor
   * units. It is what both sides buy of steadiness; two retainers for the same hours are often alike in it.
   */
  readonly steadier: Lead | null
}

export const verdictOn = (offered: readonly Offered[]): Verdict => ({
  earns: leadOf(offered.map(({ paid }) => paid.sum)),
  saves: leadOf(offered.map(({ paid }) => 0 - paid.sum)),
  perHour: leadOf(offered.map(({ effectiveRate }) => effectiveRate)),
  steadier: leadOf(leastApart(offered)),
})

/** Minus the range of the steadiest offer of each kind, null of all others. */
function leastApart(offered: readonly Offered[]): (number | null)[] {
  const best = (['byTheHour', 'retainer'] as const).map(
    (kind) => offered.filter(({ offer }) => offer.kind === kind).toSorted((a, b) => a.range - b.range)[0],
  )
  return offered.map((each) => (best.includes(each) ? 0 - each.range : null))
}

/** The larger the better. */
function leadOf(figures: readonly (number | null)[]): Lead | null {
  const ranked = figures
    .flatMap((figure, index) => (figure === null ? [] : [{ figure, index }]))
    .toSorted((a, b) => b.figure - a.figure)
  const [first, next] = ranked
  return first && next ? { first: first.index, next: next.index, by: first.figure - next.figure } : null
}
