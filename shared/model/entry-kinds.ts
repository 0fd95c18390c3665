import { monthOf, type Month } from '../kernel/day.ts'
import type { SpanEntry, TimeEntry } from './entry.ts'

export const isSpan = (entry: TimeEntry): entry is SpanEntry => 'start' in entry
export const isRunning = (entry: TimeEntry): entry is SpanEntry & { end: null } => isSpan(entry) && entry.end === null

/** The month in whose file an entry lies: that of its start in UTC, so that no change of zone moves it. */
export const fileMonthOf = (entry: TimeEntry): Month =>
  isSpan(entry) ? (entry.start.slice(0, 7) as Month) : monthOf(entry.day)
