import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
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
}
export type Scenarios = { readonly [Name in CommandName]: readonly Scenario<Name>[] }

export const starts: Given = (at) =>
  void at.run('timer.start', { engagementId: HOURLY, note: 'Draft', at: instant('2026-10-22T12:00:00Z') })
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
