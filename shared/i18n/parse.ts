import { decimalsOf } from '../kernel/currency.ts'
import { minor, seconds, type Minor, type Seconds } from '../kernel/units.ts'
import type { Language } from '../model/quantities.ts'
import { currencySigns } from './currency-signs.ts'

/** Why a text is not what its field asks for; worded in `fieldProblemText`. */
export type FieldProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'notMoney' }
  | { readonly code: 'decimalMark'; readonly meant: string }
  | { readonly code: 'tooManyDecimals'; readonly decimals: number }
  | { readonly code: 'negative' }
  | { readonly code: 'tooLarge' }
  | { readonly code: 'notDuration' }
  /** A duration past 9,999 hours. */
  | { readonly code: 'tooLong' }
  | { readonly code: 'notTime' }
  | { readonly code: 'noSuchHour' }
  | { readonly code: 'noSuchMinute' }
  | { readonly code: 'notWhole' }
  | { readonly code: 'notPercent' }
  | { readonly code: 'notRate' }
  | { readonly code: 'notShares' }
  | { readonly code: 'pastTheWhole' }
  | { readonly code: 'notRange' }
  | { readonly code: 'sameTime' }
  /** From the start to the end over midnight: so many whole hours that the afternoon must be meant. */
  | { readonly code: 'longNight'; readonly hours: number }

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: FieldProblem }

export const ok = <Value>(value: Value): Parsed<Value> => ({ ok: true, value })
export const no = (problem: FieldProblem): { ok: false; problem: FieldProblem } => ({ ok: false, problem })

const marks = { en: { decimal: '.', group: ',' }, it: { decimal: ',', group: '.' } } as const
const MOST = 1e12

/**
 * An amount of money as typed, in minor units. Groups of thousands and the currency's symbol may stand in it. A mark
 * of the other language (`1,5` in English, `1.5` in Italian) is never guessed at: the same text would mean a
 * thousand times as much in the other reading, so the problem says how it is written here.
 */
export function parseMoney(text: string, currency: string, language: Language): Parsed<Minor> {
  const { decimal, group } = marks[language]
  const bare = withoutUnit(text, currency)
  if (bare === '') return no({ code: 'empty' })
  if (!/^-?[\d.,']+$/.test(bare) || !/\d/.test(bare)) return no({ code: 'notMoney' })
  if (bare.startsWith('-')) return no({ code: 'negative' })
  const [whole = '', fraction = '', ...more] = bare.split(decimal)
  if (more.length > 0) return no({ code: 'notMoney' })
  if (!isGrouped(whole, group)) return no(misread(whole, fraction, group, decimal))
  const decimals = decimalsOf(currency)
  if (!/^\d*$/.test(fraction)) return no({ code: 'notMoney' })
  if (fraction.length > decimals) return no({ code: 'tooManyDecimals', decimals })
  const value = Number(whole.replaceAll(/[^\d]/g, '') + fraction.padEnd(decimals, '0'))
  return value > MOST ? no({ code: 'tooLarge' }) : ok(minor(value))
}

/** The same where less than nothing is an answer: a reduction, a correction. */
export function parseSignedMoney(text: string, currency: string, language: Language): Parsed<Minor> {
  const bare = text.trim()
  if (!/^[-−]/.test(bare)) return parseMoney(text, currency, language)
  const parsed = parseMoney(bare.slice(1), currency, language)
  return parsed.ok ? ok(minor(0 - parsed.value)) : parsed
}

/**
 * The figure alone: this currency's code or symbol may stand before or after it (another's may not: it would be another
 * sum; nor may one stand within it: `1€50` is not 150), and blanks between groups of three.
 */
function withoutUnit(text: string, currency: string): string {
  const signs = currencySigns(currency).map((sign) =>
    sign.replaceAll(/[$.]/g, String.raw`\$&`).replaceAll(/\s/g, String.raw`\s`),
  )
  const unit = `(?:${signs.join('|')})?`
  const parts = new RegExp(String.raw`^([-−]?)\s*${unit}\s*([-−]?)\s*(.*?)\s*${unit}$`, 'i').exec(text.trim())
  const [, minus = '', inner = '', figure = text] = parts ?? []
  const sign = (minus + inner).replaceAll('−', '-')
  return sign + figure.replaceAll(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '')
}

/** Either no groups at all, or all of three figures after the first. */
const isGrouped = (whole: string, group: string): boolean =>
  /^\d*$/.test(whole) || new RegExp(`^\\d{1,3}(?:[${group}']\\d{3})+$`).test(whole)

/** `1,5` in English: most likely 1.5, and the message says that this is how it is written. */
function misread(whole: string, fraction: string, group: string, decimal: string): FieldProblem {
  const parts = whole.split(group)
  const plain = parts.length === 2 && fraction === '' && /^\d+$/.test(parts.join(''))
  return plain ? { code: 'decimalMark', meant: parts.join(decimal) } : { code: 'notMoney' }
}

/**
 * A duration as people type it, in seconds: `1:30`, `1.5`, `1,5`, `.5`, `90m`, `90'`, `1h30`, `1 h 30 min`. A bare number
 * is hours. Both decimal marks are read in both languages: a duration has no groups of thousands, so nothing is ambiguous.
 */
export function parseDuration(text: string): Parsed<Seconds> {
  const bare = text.trim().toLowerCase()
  if (bare === '') return no({ code: 'empty' })
  const clock = /^(\d{1,12}):(\d{2})(?::(\d{2}))?(?:\s*h)?$/.exec(bare)
  if (clock) return fromParts(Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0))
  if (/^(?:\d{1,12}(?:[.,]\d{1,4})?|[.,]\d{1,4})$/.test(bare)) return within(hoursIn(bare))
  const alone = MINUTES.exec(bare)
  if (alone) return within(Number(alone[1]) * 60)
  const words = SPELT_OUT.find(([spelt]) => spelt.test(bare))
  if (words) return within(words[1] * 60)
  const half = AND_A_HALF.exec(bare)
  if (half) return within(Number(half[1]) * 3600 + 1800)
  const units = HOURS_AND_MINUTES.exec(bare)
  if (units) return within(hoursIn(ungrouped(units[1] ?? '')) + Number(units[2] ?? 0) * 60)
  return no({ code: /^[-−]/.test(bare) ? 'negative' : 'notDuration' })
}

const MINUTE = String.raw`(?:m|min|minuti|minuto|minutes?|['’])\.?`
/** Alone they need their unit: a bare number is hours. */
const MINUTES = new RegExp(String.raw`^(\d{1,12})\s*${MINUTE}$`)
const HOUR = String.raw`(\d{1,12}(?:[.,]\d{1,4})?|[.,]\d{1,4})\s*(?:h|ore|ora|hours?)\.?`
const HOURS_AND_MINUTES = new RegExp(String.raw`^${HOUR}(?:\s*(?:(?:and|e)\s+)?(\d{1,5})\s*(?:${MINUTE})?)?$`)

/** In minutes. */
const SPELT_OUT: readonly (readonly [RegExp, number])[] = [
  [/^(?:half an hour|mezz['’]?\s?ora)$/, 30],
  [/^(?:(?:an|one) hour|un['’]\s?ora|una ora)$/, 60],
  [/^(?:(?:an|one) hour and a half|un['’]\s?ora e mezz[ao])$/, 90],
  [/^(?:(?:a )?quarter of an hour|(?:un )?quarto d['’]\s?ora)$/, 15],
  [/^(?:three quarters of an hour|tre quarti d['’]\s?ora)$/, 45],
]
const AND_A_HALF = /^(\d{1,4})\s*(?:(?:h|ore|ora|hours?)\.?\s+(?:and a half|e mezz[ao])|and a half hours?)$/

/** `1,250 h` is how we write twelve hundred and fifty hours; nobody types three decimals of an hour. */
const ungrouped = (text: string): string => (/^\d{1,3}[.,]\d{3}$/.test(text) ? text.replace(/[.,]/, '') : text)

const hoursIn = (text: string): number => Math.round(Number(text.replace(',', '.')) * 3600)

function fromParts(hours: number, minutes: number, rest: number): Parsed<Seconds> {
  return minutes > 59 || rest > 59 ? no({ code: 'noSuchMinute' }) : within(hours * 3600 + minutes * 60 + rest)
}

const within = (value: number): Parsed<Seconds> => (value > 9999 * 3600 ? no({ code: 'tooLong' }) : ok(seconds(value)))

/** A time of day as typed (`9:30`, `9.30`, `0930`, `9`, `2:15 pm`), in seconds since 00:00 of the wall clock. */
export function parseTime(text: string): Parsed<number> {
  const bare = text.trim()
  if (bare === '') return no({ code: 'empty' })
  const match = /^(\d{1,2})(?:[:.,h ]?(\d{2}))?(?:\s*([ap])\.?m\.?)?$/i.exec(bare)
  if (!match) return no({ code: 'notTime' })
  const [shown, minutes, half] = [Number(match[1]), Number(match[2] ?? 0), match[3]?.toLowerCase()]
  if (half !== undefined && (shown < 1 || shown > 12)) return no({ code: 'noSuchHour' })
  const hours = half === undefined ? shown : (shown % 12) + (half === 'p' ? 12 : 0)
  if (hours > 23) return no({ code: 'noSuchHour' })
  return minutes > 59 ? no({ code: 'noSuchMinute' }) : ok(hours * 3600 + minutes * 60)
}

/** A whole number as typed: of months, of days. */
export function parseWhole(text: string): Parsed<number> {
  const bare = text.trim()
  if (bare === '') return no({ code: 'empty' })
  if (/^-\d+$/.test(bare)) return no({ code: 'negative' })
  if (!/^\d+$/.test(bare)) return no({ code: 'notWhole' })
  return Number(bare) > 100_000 ? no({ code: 'tooLarge' }) : ok(Number(bare))
}

/** A stretch of minutes as typed, in seconds: a bare number is minutes; with a unit or a colon it is read as a duration. */
export function parseMinutes(text: string): Parsed<Seconds> {
  const bare = text.trim()
  return /^\d{1,5}$/.test(bare) ? within(Number(bare) * 60) : parseDuration(bare)
}

/**
 * A share as typed, in 1/100 of a percent: `10`, `12.5`, `12,5 %`. Both decimal marks are read in both languages: up to a
 * hundred there are no groups of thousands.
 */
export function parsePercent(text: string): Parsed<number> {
  const bare = text.replace('%', '').trim()
  if (bare === '') return no({ code: 'empty' })
  if (/^[-−]/.test(bare)) return no({ code: 'negative' })
  if (!/^\d{1,5}(?:[.,]\d{1,2})?$/.test(bare)) return no({ code: 'notPercent' })
  const basisPoints = Math.round(Number(bare.replace(',', '.')) * 100)
  return basisPoints > 10_000 ? no({ code: 'pastTheWhole' }) : ok(basisPoints)
}

/**
 * What a unit of a currency is worth in another, as typed, in millionths: `1.0834`, `0,92`, `160`. Both decimal marks are
 * read in both languages: nobody groups the thousands of a rate.
 */
export function parseRate(text: string): Parsed<number> {
  const bare = text.trim()
  if (bare === '') return no({ code: 'empty' })
  if (/^[-−]/.test(bare)) return no({ code: 'negative' })
  if (!/^\d{1,7}(?:[.,]\d{1,6})?$/.test(bare)) return no({ code: 'notRate' })
  const millionths = Math.round(Number(bare.replace(',', '.')) * 1e6)
  return millionths > 0 ? ok(millionths) : no({ code: 'notRate' })
}

/** How many shares there can be, and how far past the whole they can lie: who is told at three times knows it by then. */
const [MOST_SHARES, MOST_SHARE] = [6, 300]

/** Shares in percent as typed, in their order and none twice: `80, 100`, `50 80 100 %`. None at all is an answer too. */
export function parseShares(text: string): Parsed<number[]> {
  const bare = text.replaceAll('%', ' ').trim()
  if (bare === '') return ok([])
  const parts = bare.split(/\s*[,;]\s*|\s+/)
  if (parts.some((part) => !/^\d{1,6}$/.test(part))) return no({ code: 'notShares' })
  const shares = [...new Set(parts.map(Number))].toSorted((a, b) => a - b)
  const isFit = shares.length <= MOST_SHARES && shares.every((share) => share > 0 && share <= MOST_SHARE)
  return isFit ? ok(shares) : no({ code: 'notShares' })
}
