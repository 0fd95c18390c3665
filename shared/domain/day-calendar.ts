import { addDays, type Day } from '../kernel/day.ts'
import { addSeconds, secondsBetween, startOfDay, wallClock, type Instant, type Zone } from '../kernel/instant.ts'
import type { DayView, PartRow } from './day-view.ts'

/**
 * A day as a line of elapsed seconds from its first instant, so that the night in which the clocks change is drawn as
 * long as it was: 23 or 25 hours.
 */
export interface DayAxis {
  readonly start: Instant
  /** How long the day is, in seconds. */
  readonly length: number
  /** Where the clock shows a full hour: at how many seconds of the day, and which hour. Two o'clock may come twice. */
  readonly hours: readonly { readonly at: number; readonly hour: number }[]
}

/** A stretch of the axis, in seconds from the day's first instant. Below 0 or past its length it lies in other days. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** An entry's part in the day with its place: of `lanes` side by side it has the one numbered `lane`. */
export interface Block extends Stretch {
  readonly row: PartRow
  readonly lane: number
  readonly lanes: number
  /** What of it others have too. */
  readonly shared: readonly SharedPart[]
}

export interface SharedPart extends Stretch {
  /** Seconds that are there more than once, said in one of the blocks alone; 0 in the others. */
  readonly twice: number
}

export interface DayCalendar {
  readonly blocks: readonly Block[]
  readonly gaps: readonly Stretch[]
}

const HOUR = 3600
/** No zone's clocks are ahead of UTC by anything but whole quarters since 1972. */
const QUARTER = 900

export function dayAxis(day: Day, zone: Zone): DayAxis {
  const start = startOfDay(day, zone)
  const length = secondsBetween(start, startOfDay(addDays(day, 1), zone))
  const hours: { at: number; hour: number }[] = []
  for (let at = 0; at < length; at += QUARTER) {
    const { second } = wallClock(addSeconds(start, at), zone)
    if (second % HOUR === 0) hours.push({ at, hour: second / HOUR })
  }
  return { start, length, hours }
}

export const instantAt = (axis: DayAxis, at: number): Instant => addSeconds(axis.start, at)
export const offsetOf = (axis: DayAxis, instant: Instant): number => secondsBetween(axis.start, instant)

/** Where each entry stands: side by side where they share time, else over the whole width. */
export function dayCalendar(view: DayView, axis: DayAxis): DayCalendar {
  const placed: { row: PartRow; from: number; to: number }[] = []
  const gaps: Stretch[] = []
  for (const row of view.rows) {
    if (row.kind === 'gap') gaps.push({ from: offsetOf(axis, row.from), to: offsetOf(axis, row.to) })
    else if (row.span) placed.push({ row, from: offsetOf(axis, row.span.from), to: offsetOf(axis, row.span.to) })
  }
  return { blocks: clustersOf(placed).flatMap(inLanes), gaps }
}

type Placed = Stretch & { readonly row: PartRow }

/** Those that share time with one another, directly or through others; they come by their start. */
function clustersOf(placed: readonly Placed[]): Placed[][] {
  const clusters: Placed[][] = []
  let end = -Infinity
  for (const each of placed) {
    if (each.from < end) clusters.at(-1)?.push(each)
    else clusters.push([each])
    end = Math.max(end, each.to)
  }
  return clusters
}

/** Each has the first lane that is free when it begins. */
function inLanes(cluster: readonly Placed[]): Block[] {
  const ends: number[] = []
  const taken = cluster.map((each) => {
    const free = ends.findIndex((end) => end <= each.from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = each.to
    return lane
  })
  const stretches = sharedIn(cluster)
  const told = new Set<Stretch>()
  return cluster.map((each, index) => {
    const shared = stretches.flatMap((stretch) => {
      const [from, to] = [Math.max(each.from, stretch.from), Math.min(each.to, stretch.to)]
      if (from >= to) return []
      const twice = told.has(stretch) ? 0 : stretch.twice
      told.add(stretch)
      return [{ from, to, twice }]
    })
    return { ...each, lane: taken[index] ?? 0, lanes: ends.length, shared }
  })
}

/** The stretches in which two or more run at once, with the seconds that are counted beyond the clock's. */
function sharedIn(cluster: readonly Stretch[]): SharedPart[] {
  const edges = [...new Set(cluster.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  const shared: { from: number; to: number; twice: number }[] = []
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const to = edges[index + 1] ?? from
    const count = cluster.filter((each) => each.from <= from && each.to >= to).length
    if (count < 2) continue
    const last = shared.at(-1)
    const twice = (count - 1) * (to - from)
    if (last?.to === from) Object.assign(last, { to, twice: last.twice + twice })
    else shared.push({ from, to, twice })
  }
  return shared
}
