import { addDays, type Day } from '../../../kernel/day.ts'
import { dayAt, type Zone } from '../../../kernel/instant.ts'
import { sumOf } from '../../../kernel/units.ts'
import type { Agreement, Rounding } from '../../../model/agreement.ts'
import { isSpan, type TimeEntry } from '../../../model/entry.ts'
import type { Period } from '../../periods.ts'
import { rulesOn } from '../../rules.ts'
import { dayParts, type DayPart, type DayTotal } from '../../totals.ts'
import type { Explained } from './reason.ts'
import type { Opened, Sources } from './sources.ts'
import { leaf, whole } from './tree.ts'

/** What draws on the lots: charged time by day and entry, less what perks cover; deliveries; nothing for access. */
export function usedParts(opened: Opened): Explained[] {
  const { agreement, row, sources } = opened
  if (agreement.basis === 'access') return []
  if (agreement.basis === 'deliverables') return delivered(row.period, sources)
  return [...byDay(opened, charged), ...covered(opened)]
}

/** Every second spent, by day and entry. */
export const workedParts = (opened: Opened): Explained[] => byDay(opened, worked)

/** What is counted of a day, and what of an entry's part in it. */
interface Measure {
  readonly ofDay: (total: DayTotal) => number
  readonly ofPart: (entry: TimeEntry, part: DayPart, rounding: Rounding) => Explained[]
}

const worked: Measure = {
  ofDay: (total) => total.worked,
  ofPart: (entry, part) => [leaf({ kind: 'entry', entryId: entry.id }, part.worked)],
}

/** On perks too: what their quotas cover is taken off the sum, since it is a matter of the period and not of a day. */
const charged: Measure = {
  ofDay: (total) => total.charged + sumOf(Object.values(total.perks), (seconds) => seconds),
  ofPart(entry, part, rounding) {
    if (!entry.billable) return []
    const rounded = part.charged - part.worked
    const asWorked = leaf({ kind: 'entry', entryId: entry.id }, part.worked)
    return rounded === 0 ? [asWorked] : [asWorked, leaf({ kind: 'rounding', entryId: entry.id, rounding }, rounded)]
  },
}

/** The days on which there was anything to count. */
function byDay(opened: Opened, measure: Measure): Explained[] {
  const { start, end } = opened.row.period
  const days: Explained[] = []
  for (let day = start; day < end; day = addDays(day, 1)) {
    const total = opened.sources.days.get(day)
    const told = total && onDay(opened, measure, day, measure.ofDay(total))
    if (told && (told.amount !== 0 || told.of.length > 0)) days.push(told)
  }
  return days
}

/** A day with the entries in it; where they are not in memory the day is all that is known. */
function onDay({ agreement, sources }: Opened, measure: Measure, day: Day, amount: number): Explained {
  const entries = sources.entriesOn(day)
  if (entries === null) return leaf({ kind: 'day', day }, amount)
  const parts = entries.flatMap((entry) => {
    const rounding = agreedRounding(agreement, entry, sources.zone)
    const inDay = dayParts(entry, sources.zone, rounding).filter((part) => part.day === day)
    return inDay.flatMap((part) => measure.ofPart(entry, part, rounding))
  })
  return whole({ kind: 'day', day }, amount, parts, { kind: 'unlisted' })
}

/** As the totals have it: what is agreed on the day on which the entry begins. */
const agreedRounding = (agreement: Agreement, entry: TimeEntry, zone: Zone): Rounding =>
  rulesOn(agreement, isSpan(entry) ? dayAt(entry.start, zone) : entry.day).rounding

function covered({ agreement, row }: Opened): Explained[] {
  const { perks } = rulesOn(agreement, row.period.start)
  return row.perks.flatMap(({ id, covered }) => {
    if (covered === 0) return []
    const { name = null, minutes = null } = perks.find((perk) => perk.id === id) ?? {}
    return [leaf({ kind: 'quota', perkId: id, name, minutes }, -covered)]
  })
}

function delivered({ start, end }: Period, { deliveriesOn }: Sources): Explained[] {
  const parts: Explained[] = []
  for (let day = start; day < end; day = addDays(day, 1))
    for (const { id, units, perkId } of deliveriesOn(day))
      if (perkId === undefined) parts.push(leaf({ kind: 'delivery', deliveryId: id, day }, units))
  return parts
}
