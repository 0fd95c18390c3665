import { addDays, addMonths, daysBetween, type Day } from '../kernel/day.ts'
import { minor } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import { CURRENCY, FORMER_RATE, LIST_RATE } from './clients.ts'
import type { Setting } from './setting.ts'

/**
 * Four agreements with four sets of rules, all by the hour and the calendar month; before them two terms that are over,
 * beside them one that was declined and one that is proposed. Fees are in cents, included time
 * in minutes. Months are counted from the current one.
 */
const common = {
  basis: 'hours',
  currency: CURRENCY,
  listRate: LIST_RATE,
  period: { every: 'month', anchor: 'calendar' },
  proration: 'days',
  endsOn: null,
  trial: false,
  leadsTo: null,
  rounding: { mode: 'none' },
  topUps: [],
  perks: [],
  alerts: [80, 100],
} satisfies Partial<Agreement>

/** A year that renews in six months' time. What is not used lapses, what is past the hours is billed. */
export const halden = ({ day }: Setting): Agreement => ({
  ...common,
  startsOn: day(-6),
  term: { periods: 12, atEnd: 'renews' },
  noticeDays: 60,
  rollover: null,
  overage: { policy: 'bill', rate: LIST_RATE },
  versions: [{ from: day(-6), fee: minor(120_000), included: 720 }],
})

/** Open, with notice; more hours since a year ago. What is left over carries for a month, up to three hours. */
export const aperta = ({ day }: Setting): Agreement => ({
  ...common,
  startsOn: day(-14),
  term: { periods: 12, atEnd: 'open' },
  noticeDays: 90,
  rollover: { periods: 1, cap: 180 },
  overage: { policy: 'bill' },
  versions: [
    { from: day(-14), fee: minor(80_000), included: 480 },
    { from: day(-12), fee: minor(100_000), included: 600 },
  ],
})

const NORDLYS_PERIODS = 6
const EIGHT_WEEKS = 56

/**
 * The term of six months that is about to end: with next month, or, where that is more than eight weeks away (the
 * first days of some months), in the middle of it. Its last day is always four to eight weeks ahead.
 */
export function nordlysStart({ today, day }: Setting): Day {
  const lastOfNext = addDays(day(2), -1)
  return addMonths(daysBetween(today, lastOfNext) <= EIGHT_WEEKS ? day(2) : day(1, 16), -NORDLYS_PERIODS)
}

/** Half a year that ends. Time is kept to the end of the term, work past it is not charged. */
export const nordlys = (setting: Setting): Agreement => ({
  ...common,
  startsOn: nordlysStart(setting),
  term: { periods: NORDLYS_PERIODS, atEnd: 'ends' },
  noticeDays: 60,
  rollover: { periods: null, cap: null },
  overage: { policy: 'absorb' },
  versions: [{ from: nordlysStart(setting), fee: minor(160_000), included: 960 }],
})

/** A trial of three months, begun last month. */
export const quartieri = ({ day }: Setting): Agreement => ({
  ...common,
  startsOn: day(-1),
  term: { periods: 3, atEnd: 'ends' },
  trial: true,
  noticeDays: 30,
  rollover: null,
  overage: { policy: 'bill', rate: minor(12_000) },
  versions: [{ from: day(-1), fee: minor(60_000), included: 360 }],
})

/** Half a year of small changes, fewer each month: nobody wanted a second one. */
export const obelCare = ({ day }: Setting): Agreement => ({
  ...common,
  listRate: FORMER_RATE,
  startsOn: day(-14),
  term: { periods: 6, atEnd: 'ends' },
  noticeDays: 30,
  rollover: null,
  overage: { policy: 'absorb' },
  versions: [{ from: day(-14), fee: minor(36_000), included: 240 }],
})

/** Two months, which led to the half year that runs now. */
export const nordlysTrial = ({ day }: Setting): Agreement => ({
  ...common,
  startsOn: day(-8),
  term: { periods: 2, atEnd: 'ends' },
  trial: true,
  leadsTo: 6,
  noticeDays: 15,
  rollover: null,
  overage: { policy: 'bill' },
  versions: [{ from: day(-8), fee: minor(80_000), included: 480 }],
})

/** More than the client wanted just then. */
export const haldenSocial = ({ day }: Setting): Agreement => ({
  ...common,
  startsOn: day(-3),
  term: { periods: 6, atEnd: 'ends' },
  noticeDays: 30,
  rollover: null,
  overage: { policy: 'bill' },
  versions: [{ from: day(-3), fee: minor(90_000), included: 540 }],
})

/** Somebody to ask once the launch is over: no hours, an answer the same day. */
export const obelOnCall = ({ day }: Setting): Agreement => ({
  ...common,
  basis: 'access',
  startsOn: day(3),
  term: { periods: 6, atEnd: 'ends' },
  noticeDays: 30,
  rollover: null,
  overage: { policy: 'absorb' },
  perks: [{ id: 'perk-1', name: 'Priority line', minutes: null, count: null, value: minor(5000) }],
  versions: [{ from: day(3), fee: minor(45_000), included: 0 }],
})
