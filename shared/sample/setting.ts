import { addDays, addToMonth, firstDayOf, monthOf, type Day, type Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { addSeconds, atWallClock, type Instant, type Zone } from '../kernel/instant.ts'
import type { Language } from '../model/quantities.ts'
import { idAt } from './ids.ts'

/** How many whole months lie before the current one. */
export const MONTHS_BACK = 24

/** A text of the sample in every language. */
export type Words = Readonly<Record<Language, string>>

/** When and for whom the sample is made. Months are counted from the current one: -1 is last month. */
export interface Setting {
  readonly today: Day
  readonly now: Instant
  readonly zone: Zone
  readonly language: Language
  readonly month: (offset: number) => Month
  /** A day of that month, up to the 28th; the 1st unless said. */
  readonly day: (offset: number, date?: number) => Day
  /** The id of a record that was made in that month; `what` is unlike that of every other record. */
  readonly id: (offset: number, what: string) => Id
}

export function settingOf(today: Day, now: Instant, zone: Zone, language: Language): Setting {
  const month = (offset: number): Month => addToMonth(monthOf(today), offset)
  const day = (offset: number, date = 1): Day => addDays(firstDayOf(month(offset)), date - 1)
  const id = (offset: number, what: string): Id => idAt(addSeconds(atWallClock(day(offset), 0, zone), 1), what)
  return { today, now, zone, language, month, day, id }
}
