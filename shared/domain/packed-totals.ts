import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { DayTotals, endsOf, hasPerks, noPerks, type DayTotal, type Ends, type Totals } from './totals.ts'

/**
 * Totals as they cross to the windows and lie in the cache. They are the one thing of a start that grows with the
 * history, so each day is written once, and of an engagement there are columns of small numbers instead of rows.
 */
export interface PackedTotals {
  readonly days: readonly Day[]
  readonly totals: readonly Columns[]
  /** What lies before a day, packed again as text: what nobody asks for yet is not even read. */
  readonly older?: { readonly until: Day; readonly text: string; readonly of: readonly Since[] }
}

/** An engagement that has some of what lies before, and from when to when. */
interface Since {
  readonly id: Columns['id']
  readonly ends: Ends
}

interface Columns {
  /** Empty for own work. */
  readonly id: Id | ''
  /** By how much each day's place in the list of days is after the one before. */
  readonly steps: readonly number[]
  readonly worked: readonly number[]
  /** What is charged beyond what is worked: mostly 0. */
  readonly over: readonly number[]
  readonly entries: readonly number[]
  /** By row, where there are any. */
  readonly perks: Readonly<Record<string, DayTotal['perks']>>
}

/** As they are at this very moment: totals go on changing. */
export const packTotals = (totals: Totals): PackedTotals => atOnce(packingTotals(totals))

/** The same in pieces: those of ten years are a hundred thousand days. Nothing may change them meanwhile. */
export const packingTotals = (totals: Totals): Pieces<PackedTotals> => packing(totals, () => true)

/** The same for a window that first shows no more than what has been since a day. */
export function* packingRecent(totals: Totals, since: Day): Pieces<PackedTotals> {
  const before = yield* packing(totals, (day) => day < since)
  const of = before.totals.flatMap((columns) => sinceIn(columns, before.days))
  yield
  const text = JSON.stringify(before)
  yield
  const recent = yield* packing(totals, (day) => day >= since)
  return { ...recent, older: { until: since, text, of } }
}

function sinceIn({ id, steps }: Columns, days: readonly Day[]): Since[] {
  let place = 0
  const ends = endsOf(steps.map((step) => days[(place += step)] as Day))
  return ends ? [{ id, ends }] : []
}

function* packing(totals: Totals, isWanted: (day: Day) => boolean): Pieces<PackedTotals> {
  const places = new Map<Day, number>()
  const columns: Columns[] = []
  for (const [id, days] of totals) {
    columns.push(columnsOf(id, days, places, isWanted))
    yield
  }
  return { days: [...places.keys()], totals: columns }
}

export const unpackTotals = (packed: PackedTotals): Totals => atOnce(unpackingTotals(packed))

/** The same in pieces. */
export function* unpackingTotals({ days, totals, older }: PackedTotals): Pieces<Totals> {
  let read: Totals | null = null
  const before = (id: Id | null): DayTotals => {
    read ??= unpackTotals(JSON.parse(older?.text ?? '') as PackedTotals)
    return read.get(id) ?? new DayTotals()
  }
  const unpacked: Totals = new Map()
  for (const each of totals) {
    const id = each.id === '' ? null : each.id
    const since = older?.of.find((one) => one.id === each.id)
    const rows =
      older && since
        ? DayTotals.after({ ends: since.ends, until: older.until, days: () => before(id) })
        : new DayTotals()
    unpacked.set(id, withRows(rows, each, days))
    yield
  }
  return unpacked
}

/** @param places of the days in the list of days, which grows by those that are new */
function columnsOf(
  id: Id | null,
  days: ReadonlyMap<Day, DayTotal>,
  places: Map<Day, number>,
  isWanted: (day: Day) => boolean,
): Columns {
  const [steps, worked, over, entries]: [number[], number[], number[], number[]] = [[], [], [], []]
  const perks: Record<string, DayTotal['perks']> = {}
  let last = 0
  for (const [day, total] of days) {
    if (!isWanted(day)) continue
    let place = places.get(day)
    if (place === undefined) places.set(day, (place = places.size))
    if (hasPerks(total)) perks[steps.length] = total.perks
    steps.push(place - last)
    worked.push(total.worked)
    over.push(total.charged - total.worked)
    entries.push(total.entries)
    last = place
  }
  return { id: id ?? '', steps, worked, over, entries, perks }
}

function withRows(rows: DayTotals, { steps, worked, over, entries, perks }: Columns, days: readonly Day[]): DayTotals {
  let place = 0
  for (let row = 0; row < steps.length; row++) {
    place += steps[row] ?? 0
    const seconds = worked[row] ?? 0
    rows.set(days[place] as Day, {
      worked: seconds,
      charged: seconds + (over[row] ?? 0),
      perks: perks[row] ?? noPerks,
      entries: entries[row] ?? 0,
    })
  }
  return rows
}
