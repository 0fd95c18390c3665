import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { handedFrom, keptHanded, type KeptHanded } from './ledger/closed-row.ts'
import type { Done, Stood } from './ledger/row.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Engagement } from '../model/engagement.ts'
import type { Totals } from './totals.ts'

/**
 * How ledgers stood on a period's first day, by engagement, as far as it has been worked out from these totals: what is
 * asked for every minute and at every start is what came after, and costs the same after twenty years as after one.
 * Other totals, or another agreement, know of nothing; what changes before that day has to be told (`changedOn`).
 */
const known = new WeakMap<Totals, Map<Id, Stood>>()

export const stoodOf = (totals: Totals | null, engagementId: Id): Stood | undefined =>
  totals ? known.get(totals)?.get(engagementId) : undefined

export function rememberStood(totals: Totals, engagementId: Id, stood: Stood): void {
  let own = known.get(totals)
  if (!own) known.set(totals, (own = new Map()))
  // While nothing before it has changed it is the same one: what was worked out of what lies before goes by it.
  const { agreement, start, handed } = own.get(engagementId) ?? {}
  if (agreement !== stood.agreement || start !== stood.start || handed !== stood.handed) own.set(engagementId, stood)
}

/**
 * Something worked out period by period, of those that begin in a span: of those before the day on which it is known how
 * the ledger stood it is kept, and of the rest worked out. So one more hour costs the same after twenty years as after one.
 * What it gives is asked with all else (`by`) that it is worked out from.
 */
export function inTwoParts<Item>() {
  const kept = new WeakMap<Stood, { by: readonly unknown[]; items: Item[] }>()
  return (
    { agreement }: { readonly agreement: Agreement },
    { stood }: Pick<Done, 'stood'>,
    by: readonly unknown[],
    work: (span: Span) => Item[],
  ): Item[] => {
    if (stood?.agreement !== agreement) return work({ from: null, to: null })
    let known = kept.get(stood)
    if (!known?.by.every((each, index) => each === by[index]))
      kept.set(stood, (known = { by, items: work({ from: null, to: stood.start }) }))
    return [...known.items, ...work({ from: stood.start, to: null })]
  }
}

/** From a day on, and before another; null is without end. */
export interface Span {
  readonly from: Day | null
  readonly to: Day | null
}

export const isWithin = ({ from, to }: Span, day: Day): boolean =>
  (from === null || day >= from) && (to === null || day < to)

/** Something on the engagement has changed that begins on a day. */
export function changedOn(totals: Totals | null, engagementId: Id | null, day: Day): void {
  const own = totals && known.get(totals)
  if (!own || engagementId === null) return
  const stood = own.get(engagementId)
  if (stood && day < stood.start) own.delete(engagementId)
}

/** Something has changed that any ledger may lean on. */
export const changedAll = (totals: Totals | null): void => void (totals && known.delete(totals))

/** As it crosses to a window: JSON, without the agreements. */
export interface PackedStood {
  readonly id: Id
  readonly start: Day
  readonly handed: KeptHanded
}

export const packStood = (totals: Totals): PackedStood[] =>
  [...(known.get(totals) ?? [])].map(([id, { start, handed }]) => ({ id, start, handed: keptHanded(handed) }))

/** @param engagements the agreements that it was worked out by */
export function unpackStood(
  totals: Totals,
  packed: readonly PackedStood[],
  engagements: ReadonlyMap<Id, Engagement>,
): void {
  for (const { id, start, handed } of packed) {
    const engagement = engagements.get(id)
    if (engagement?.kind !== 'retainer') continue
    rememberStood(totals, id, { agreement: engagement.agreement, start, handed: handedFrom(handed) })
  }
}
