import type { EngagementKey } from './engagements.ts'

/** What the time of a month goes to: an engagement, or own work. */
export type StreamKey = EngagementKey | 'own'

/**
 * Hours worked, by month: the first of the list in the month `from`, counted from the current one, the last at the
 * latest in this one, which is planned whole and cut off at the present. From these follow the figures that the
 * sample is there to show; the comments say which.
 */
export interface Stream {
  readonly key: StreamKey
  readonly from: number
  readonly hours: readonly number[]
  /** Work that is as much as there is time for: less in months with holidays. */
  readonly elastic?: boolean
}

export const streams: readonly Stream[] = [
  // First, so that its days are free: last month 3 h past the 12 agreed, and this month's run out before it ends.
  { key: 'halden', from: -6, hours: [12, 13, 11.5, 12.75, 11, 15, 11.75] },
  // First year: by the hour and by the project. Halden & Reyes goes on by the hour until it becomes a retainer.
  { key: 'haldenHourly', from: -24, hours: [9, 11, 8, 12, 10, 14, 9, 13, 11, 12, 10, 12, 12, 14, 9, 11, 10.5, 13] },
  { key: 'packaging', from: -24, hours: [26, 24, 18], elastic: true },
  { key: 'brand', from: -21, hours: [18, 22, 24, 22, 20], elastic: true },
  { key: 'pages', from: -16, hours: [18, 20, 24, 18, 20], elastic: true },
  { key: 'apertaHourly', from: -16, hours: [6, 7] },
  // 8 h, from the third month 10 h. 6 h leave 4, of which one is above the cap; 14 h are past all there is; of the
  // last three months the first leaves 1:30, used in the second, and the third 2:30, which carry into this one.
  { key: 'aperta', from: -14, hours: [7.5, 8.5, 9, 10.5, 8, 11, 6, 12.5, 10, 9, 14, 8.5, 11.5, 7.5, 11.5] },
  // Four hours a month, ever less used: the term was not renewed.
  { key: 'obelCare', from: -14, hours: [4, 3.5, 3, 2.5, 1.5, 1] },
  { key: 'obelHourly', from: -12, hours: [8, 4] },
  { key: 'report', from: -11, hours: [14, 18, 10], elastic: true },
  // In every month, and nearly as much: ready for a retainer of 10 h.
  { key: 'pineta', from: -11, hours: [8, 6.5, 9.5, 9.5, 11.5, 10, 9.5, 10.5, 9, 10, 10.5, 10] },
  { key: 'documentation', from: -8, hours: [10, 16, 14, 12], elastic: true },
  // A trial that used what was agreed, and led to more.
  { key: 'nordlysTrial', from: -8, hours: [7.5, 8] },
  { key: 'nordlysHourly', from: -6, hours: [5, 7.5] },
  { key: 'nordlys', from: -5, hours: [15, 15, 16.5, 13.5, 16, 15] },
  { key: 'launch', from: -3, hours: [9, 20, 18, 20], elastic: true },
  { key: 'quartieriHourly', from: -3, hours: [5, 4] },
  // 6 h, of which some lapse: the question of the trial.
  { key: 'quartieri', from: -1, hours: [4.5, 4.25] },
  {
    key: 'own',
    from: -24,
    hours: [30, 32, 28, 34, 30, 29, 32, 28, 34, 30, 32, 27, 29, 31, 28, 30, 27, 29, 28, 30, 26, 28, 27, 28, 28],
    elastic: true,
  },
]

/** Minutes of a stream in a month, before holidays. */
export const minutesIn = ({ from, hours }: Stream, offset: number): number =>
  Math.round((hours[offset - from] ?? 0) * 60)
