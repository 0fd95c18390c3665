import type { Day } from '../../kernel/day.ts'
import { isSame } from '../../kernel/same.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { Closing } from '../../model/closing.ts'
import { snapshotOf } from './closed-row.ts'
import { courseOf, ledger, type Step } from './ledger.ts'
import type { Done, LedgerRow } from './row.ts'

type Snapshot = ReturnType<typeof snapshotOf>

/**
 * What closing the period that begins on `start` would keep (domain.md, Closing a month). Null where no period begins
 * on that day, where an earlier one is still open (what it hands on could change yet), or where it is closed already.
 */
export function closingOf(agreement: Agreement, done: Done, start: Day): Snapshot | null {
  const steps = courseOf(agreement, done, start)
  const open = steps.filter(({ row }) => !row.isClosed)
  const [step] = open
  return step && open.length === 1 && step.row.period.start === start ? snapshotOf(step.row, step.handed) : null
}

/** The figures of a row that later changes can move. Amounts as in the row; the rate is derived from them. */
export const adjustable = [
  'adjusted',
  'granted',
  'used',
  'overage',
  'expired',
  'dropped',
  'carriedOut',
  'worked',
  'fee',
  'topUpAmount',
  'overageAmount',
] as const
export type Adjustable = (typeof adjustable)[number]

/** What a closed period would say now beyond what it said when it was closed; nothing where it is all the same. */
export interface Adjustment {
  readonly closing: Closing
  /** Only figures that differ; now less then. */
  readonly by: Readonly<Partial<Record<Adjustable, number>>>
  /** Minor units that the client owes beyond what was reported; negative where it is owed back. */
  readonly amount: number
}

const none: NonNullable<Done['closings']> = new Map()

/**
 * The later changes to closed periods, oldest first (domain.md: "a later change to that period shows as an adjustment
 * against it"). What a change makes an earlier closed period hand on is felt in the later ones too, as `adjusted` and
 * what comes of it.
 */
export function adjustments(agreement: Agreement, done: Done): Adjustment[] {
  const { closings = none } = done
  const until = [...closings.keys()].toSorted().at(-1)
  if (until === undefined) return []
  return courseOf(agreement, done, until).flatMap((step) => {
    const closing = closings.get(step.row.period.start)
    const by = differences(step.row, step.now, adjustable)
    return closing && Object.keys(by).length > 0 ? [{ closing, by, amount: owedOf(by) }] : []
  })
}

/** By how much figures differ from what they were told to differ by: only those that do. */
export function beyond(now: Adjustment['by'], told: Readonly<Record<string, number>>): Adjustment['by'] {
  const by: Partial<Record<Adjustable, number>> = {}
  for (const figure of adjustable) {
    const more = (now[figure] ?? 0) - (told[figure] ?? 0)
    if (more !== 0) by[figure] = more
  }
  return by
}

/** Minor units that the client owes for what figures differ by. */
export const owedOf = ({ fee = 0, topUpAmount = 0, overageAmount = 0 }: Adjustment['by']): number =>
  fee + topUpAmount + overageAmount

/** Minor units that the client owes for a period beyond what was reported of it: 0 of one that is open. */
export const owedSince = ({ row, now }: Pick<Step, 'row' | 'now'>): number =>
  now.fee - row.fee + now.topUpAmount - row.topUpAmount + now.overageAmount - row.overageAmount

/**
 * The ledger with the adjustments in it: what each period comes to, whatever was reported. So what is earned is what is
 * billed in the end, and stands over all the hours that were worked for it.
 * @param from see `courseOf`
 */
export const adjustedLedger = (agreement: Agreement, done: Done, asOf: Day, from?: Day): LedgerRow[] =>
  courseOf(agreement, done, asOf, from).map(({ now }) => now)

function differences<Figure extends Adjustable | 'opening'>(
  then: LedgerRow,
  now: LedgerRow,
  figures: readonly Figure[],
): Partial<Record<Figure, number>> {
  const by: Partial<Record<Figure, number>> = {}
  for (const figure of figures) if (now[figure] !== then[figure]) by[figure] = now[figure] - then[figure]
  return by
}

/** A period before and after another one was opened again. */
export interface Reopened {
  readonly before: LedgerRow
  readonly after: LedgerRow
}

/**
 * What opening the period that begins on `start` again would change, in itself and in later ones, up to `asOf`; before
 * anything is kept. Later closed periods stay as they are: only the last closed one is opened. The favour that was done
 * when it was closed goes with it.
 */
export function reopening(agreement: Agreement, done: Done, start: Day, asOf: Day): Reopened[] {
  const closings = new Map(done.closings)
  const goodwill = closings.get(start)?.goodwill
  closings.delete(start)
  const topUps = agreement.topUps.filter(({ id }) => id !== goodwill)
  const without = topUps.length === agreement.topUps.length ? agreement : { ...agreement, topUps }
  const after = ledger(without, { ...done, closings }, asOf)
  return ledger(agreement, done, asOf).flatMap((before, index) => {
    const row = after[index]
    return row && isMoved(before, row) ? [{ before, after: row }] : []
  })
}

const isMoved = (before: LedgerRow, after: LedgerRow): boolean =>
  Object.keys(differences(before, after, ['opening', ...adjustable])).length > 0 ||
  !isSame([before.adjustedLots, before.lots], [after.adjustedLots, after.lots])
