import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import { addMonths, day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement, instant, testId } from '#tests/support/agreements.ts'
import type { Session } from '#tests/support/session.ts'

/**
 * What every verb does, and what it refuses, from a workspace with one client (1), worked for by the hour (2), at
 * 15:11 in Rome on Thursday 22 October 2026.
 */
export const CLIENT = testId(1)
export const HOURLY = testId(2)
/** The first id that a scenario makes. */
export const NEW = testId(3)
export const MISSING = testId(999)

export type Given = (at: Session) => void
export interface Scenario<Name extends CommandName> {
  readonly says: string
  readonly given?: Given
  readonly input: CommandInput<Name>
  readonly refused?: Refusal
  /** What is there afterwards: the running timer, and records that were made, changed or (null) removed. */
  readonly leaves?: { readonly running?: object | null; readonly records?: Readonly<Record<string, object | null>> }
  /** A field that a record, by its id, is then without. */
  readonly lacks?: Readonly<Record<string, string>>
}
export type Scenarios = { readonly [Name in CommandName]: readonly Scenario<Name>[] }

export const starts: Given = (at) =>
  void at.run('timer.start', { engagementId: HOURLY, note: 'Draft', at: instant('2026-10-22T12:00:00Z') })
/** The hourly work is put away. */
export const archives: Given = (at) => void at.run('engagement.update', { id: HOURLY, archived: true })
/** The timer, and then the clock is set back to before it began. */
export const startsAhead: Given = (at) => {
  at.now = instant('2026-10-22T14:30:00Z')
  starts(at)
  at.now = instant('2026-10-22T11:40:00Z')
}
export const writes: Given = (at) =>
  void at.run('entry.create', {
    engagementId: HOURLY,
    when: { start: instant('2026-10-20T08:00:00Z'), end: instant('2026-10-20T10:00:00Z') },
  })
export const agrees: Given = (at) => void at.run('retainer.create', { clientId: CLIENT, agreement: agreement() })

/** Four hours on the retainer, on 12 January. */
export const tracks: Given = (at) => {
  agrees(at)
  at.run('entry.create', { engagementId: NEW, when: { day: '2026-01-12', seconds: 14_400 } })
}
/** Of `agrees`, the first months are closed. */
export const closes =
  (months: number): Given =>
  (at) => {
    agrees(at)
    for (let month = 0; month < months; month++)
      at.run('period.close', { engagementId: NEW, start: addMonths(day('2026-01-01'), month) })
  }
/** Four articles a month, from January 2026, with two counted uses of a perk each. */
export const agreesOnUnits: Given = (at) =>
  void at.run('retainer.create', {
    clientId: CLIENT,
    agreement: agreement({
      basis: 'deliverables',
      versions: [{ from: day('2026-01-01'), fee: minor(200_000), included: 4 }],
      perks: [
        { id: 'call', name: 'Call', minutes: null, count: 2, value: minor(5000) },
        { id: 'line', name: 'Priority line', minutes: null, count: null, value: minor(0) },
      ],
    }),
  })
export const delivers: Given = (at) => {
  agreesOnUnits(at)
  at.run('delivery.record', { engagementId: NEW, day: day('2026-10-08'), note: 'Article' })
}
/** A retainer (3) that has half an hour of reviews from October on. */
export const reviews: Given = (at) => {
  at.run('retainer.create', { clientId: CLIENT, agreement: agreement() })
  const review = { id: 'review', name: 'Review', minutes: 30, count: null, value: minor(5000) }
  at.run('retainer.change', { id: NEW, from: day('2026-10-01'), perks: [review] })
}
export const noReview = (on: string) => ({ code: 'noSuchPerk', field: 'perkId', day: day(on) }) as const
/** The history is still being counted. */
export const counts =
  (given: Given = () => undefined): Given =>
  (at) => {
    given(at)
    at.book.totals = null
  }
