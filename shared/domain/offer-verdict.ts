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
  /** The months least far apart, by their range in minor units: what both sides buy of steadiness. */
  readonly steadier: Lead | null
}

export const verdictOn = (offered: readonly Offered[]): Verdict => ({
  earns: leadOf(offered.map(({ paid }) => paid.sum)),
  saves: leadOf(offered.map(({ paid }) => 0 - paid.sum)),
  perHour: leadOf(offered.map(({ effectiveRate }) => effectiveRate)),
  steadier: leadOf(offered.map(({ range }) => 0 - range)),
})

/** The larger the better. */
function leadOf(figures: readonly (number | null)[]): Lead | null {
  const ranked = figures
    .flatMap((figure, index) => (figure === null ? [] : [{ figure, index }]))
    .toSorted((a, b) => b.figure - a.figure)
  const [first, next] = ranked
  return first && next ? { first: first.index, next: next.index, by: first.figure - next.figure } : null
}
