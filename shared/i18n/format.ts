import { format as formatDate } from 'date-fns/format'
import { decimalsOf, decimalText } from '../kernel/currency.ts'
import { firstDayOf, type Day, type Month } from '../kernel/day.ts'
import { wallClock, type Instant, type Zone } from '../kernel/instant.ts'
import type { Language } from '../model/quantities.ts'
import { locales } from './locales.ts'

const MINUS = '−'
/** A figure and its unit stay on one line. */
const SPACE = '\u00a0'

/**
 * How a day is written: `full` Thursday 22 October · `long` 22 October 2026 · `day` 22 October · `short` 22 Oct ·
 * `weekday` Mon 26 · `numeric` 22/10/2026.
 */
const dayPatterns = {
  full: 'EEEE d MMMM',
  long: 'd MMMM yyyy',
  day: 'd MMMM',
  short: 'd MMM',
  weekday: 'EEE d',
  weekdayName: 'EEEE',
  numeric: 'dd/MM/yyyy',
} as const
const monthPatterns = { long: 'LLLL yyyy', name: 'LLLL', short: 'LLL', shortYear: 'LLL yyyy' } as const

export type DayStyle = keyof typeof dayPatterns
export type MonthStyle = keyof typeof monthPatterns
/** Cents: always · `auto`, only where they are not zero · never (rounded for a chart's axis). */
export type Cents = 'always' | 'auto' | 'never'

const twoDigits = (value: number): string => String(value).padStart(2, '0')
const signed = (negative: boolean, text: string): string => (negative ? `${MINUS}${text}` : text)

/**
 * How money, time and dates are written in a language; main and renderer use the same. Durations are in seconds,
 * money in minor units. `1:30` in columns, `1 h 30 min` in sentences (design, Words).
 */
export function formatter(language: Language) {
  const { intl, dates } = locales[language]
  const number = memo(
    (currency: string, cents: number, symbol: number) =>
      new Intl.NumberFormat(intl, {
        useGrouping: 'always' as unknown as boolean,
        minimumFractionDigits: cents,
        maximumFractionDigits: cents,
        ...(symbol ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {}),
      }),
  )
  const write = (minor: number, currency: string, cents: Cents, symbol: number): string => {
    const decimals = decimalsOf(currency)
    const shown = cents === 'never' || (cents === 'auto' && minor % 10 ** decimals === 0) ? 0 : decimals
    return number(currency, shown, symbol).format(decimalText(minor, currency)).replace('-', MINUS)
  }
  const atNoon = (day: Day): Date => new Date(`${day}T12:00:00`)
  const plain = new Intl.NumberFormat(intl, { useGrouping: 'always' as unknown as boolean })
  const rates = new Intl.NumberFormat(intl, { maximumFractionDigits: 6, useGrouping: false })
  const percents = new Intl.NumberFormat(intl, { maximumFractionDigits: 0 })
  const exactPercents = new Intl.NumberFormat(intl, { maximumFractionDigits: 2 })
  return {
    language,
    locale: intl,
    /** With the currency's symbol: `€1,000.00`. */
    money: (minor: number, currency: string, cents: Cents = 'auto'): string => write(minor, currency, cents, 1),
    /** Without it, for columns whose head names the currency: `1,000.00`. */
    amount: (minor: number, currency: string, cents: Cents = 'always'): string => write(minor, currency, cents, 0),
    /** `1:30`, to the minute; the seconds that are left over are cut off, so that no minute is shown early. */
    hours: (seconds: number): string => {
      const minutes = Math.floor(Math.abs(seconds) / 60)
      return signed(seconds <= -60, `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`)
    },
    /** `1:00:59`, or `1:00` where no second is left over: what is multiplied by a price. */
    exactHours: (seconds: number): string => {
      const all = Math.abs(seconds)
      const text = `${Math.floor(all / 3600)}:${twoDigits(Math.floor((all % 3600) / 60))}`
      return signed(seconds < 0, all % 60 === 0 ? text : `${text}:${twoDigits(all % 60)}`)
    },
    /** `0:42:18`, for a timer that ticks. */
    clock: (seconds: number): string =>
      `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor((seconds % 3600) / 60))}:${twoDigits(Math.floor(seconds % 60))}`,
    /** `1 h 30 min`, for sentences. */
    duration: (seconds: number): string => {
      const minutes = Math.floor(Math.abs(seconds) / 60)
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      const parts = [
        hours > 0 ? `${plain.format(hours)}${SPACE}h` : '',
        rest > 0 || hours === 0 ? `${rest}${SPACE}min` : '',
      ]
      return signed(seconds <= -60, parts.filter(Boolean).join(SPACE))
    },
    /** `1 h 6 min 40 s`, where a second decides. */
    exactDuration: (seconds: number): string => {
      const all = Math.abs(seconds)
      const parts = [
        [Math.floor(all / 3600), 'h'],
        [Math.floor((all % 3600) / 60), 'min'],
        [all % 60, 's'],
      ] as const
      const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${plain.format(count)}${SPACE}${unit}`)
      return said.length === 0 ? `0${SPACE}min` : signed(seconds < 0, said.join(SPACE))
    },
    /** What a unit is worth in another currency, given in millionths: 1.0834. */
    rate: (millionths: number): string => rates.format(millionths / 1e6),
    number: (value: number): string => plain.format(value).replace('-', MINUS),
    /** `340 kB`, `12.4 MB`: what a file takes. */
    size: (bytes: number): string => {
      const [unit, each] =
        bytes < 1e6 ? (['kB', 1e3] as const) : bytes < 1e9 ? (['MB', 1e6] as const) : (['GB', 1e9] as const)
      const shown = unit === 'kB' ? Math.ceil(bytes / each) : Math.round((bytes / each) * 10) / 10
      return `${plain.format(shown)}${SPACE}${unit}`
    },
    /** `90%` in both languages. */
    percent: (share: number): string => `${percents.format(share * 100).replace('-', MINUS)}%`,
    /** `12.5%`, of 1/100 of a percent and to the last of them: a share that somebody typed. */
    exactPercent: (basisPoints: number): string => `${exactPercents.format(basisPoints / 100)}%`,
    day: (day: Day, style: DayStyle = 'day'): string => formatDate(atNoon(day), dayPatterns[style], { locale: dates }),
    month: (month: Month, style: MonthStyle = 'long'): string =>
      formatDate(atNoon(firstDayOf(month)), monthPatterns[style], { locale: dates }),
    /** `14:29` on the wall clock of the zone. */
    time: (instant: Instant, zone: Zone): string => {
      const { second } = wallClock(instant, zone)
      return `${Math.floor(second / 3600)}:${twoDigits(Math.floor((second % 3600) / 60))}`
    },
    list: (items: readonly string[]): string => new Intl.ListFormat(intl, { type: 'conjunction' }).format(items),
  }
}

export type Format = ReturnType<typeof formatter>

/** Number formats are dear to make and there are few kinds of them. */
function memo(make: (currency: string, cents: number, symbol: number) => Intl.NumberFormat): typeof make {
  const made = new Map<string, Intl.NumberFormat>()
  return (currency, cents, symbol) => {
    const key = `${currency} ${cents} ${symbol}`
    const known = made.get(key) ?? make(currency, cents, symbol)
    made.set(key, known)
    return known
  }
}
