import { capacity } from '#shared/domain/income/capacity.ts'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { pricing, type Pricing, type PricingInput } from '#shared/domain/pricing.ts'
import { suggestionFor } from '#shared/domain/suggestion.ts'
import type { Format } from '#shared/i18n/format.ts'
import { parseDuration, parseMinutes, parseMoney, parsePercent, type Parsed } from '#shared/i18n/parse.ts'
import { monthOf, type Day } from '#shared/kernel/day.ts'
import { inSeconds, minutes, type Minor, type Minutes, type Seconds } from '#shared/kernel/units.ts'
import type { Client } from '#shared/model/client.ts'
import { hoursText } from '../../parts/hours-text.ts'

/** The sheet as it is typed: text stays text until it is read. */
export interface SheetDraft {
  readonly hours: string
  readonly rate: string
  readonly discount: string
  readonly extra: string
  readonly capacity: string
}

/** What the sheet says, and what it comes to (domain.md, Pricing a retainer). */
export interface Sheet {
  readonly currency: string
  readonly hours: Minutes
  readonly listRate: Minor
  readonly discountBasisPoints: number
  readonly extra: Minutes
  readonly capacity: Minutes
  readonly input: PricingInput
  readonly result: Pricing
}

/** The example everyone meets, where a client's history says nothing else. */
const EXAMPLE_HOURS = 10
const EXAMPLE_DISCOUNT = '10'
const EXAMPLE_EXTRA = '30'
const PERIODS_PER_YEAR = 12

/** To begin with: what the client usually takes, at what they pay, against the hours that there are to sell. */
export function firstSheet(book: Book, format: Format, client: Client | null, today: Day): SheetDraft {
  const preferences = preferencesOf(book.workspace)
  const suggestion = client ? suggestionFor(book, client, today) : null
  const { currency, listRate } = client ?? preferences
  const now = monthOf(today)
  const available = book.totals ? capacity(book, today, now, now)[0]?.available : undefined
  return {
    hours: suggestion ? hoursText(format, inSeconds(suggestion.included)) : String(EXAMPLE_HOURS),
    rate: format.amount(suggestion?.rate ?? listRate, currency),
    discount: EXAMPLE_DISCOUNT,
    extra: EXAMPLE_EXTRA,
    capacity: available ? hoursText(format, available) : String(EXAMPLE_HOURS),
  }
}

/** Null while something in it cannot be read; what and where, each field says for itself. */
export function readSheet(draft: SheetDraft, currency: string, format: Format): Sheet | null {
  const hours = good(parseDuration(draft.hours))
  const listRate = good(parseMoney(draft.rate, currency, format.language))
  const discountBasisPoints = good(parsePercent(draft.discount))
  const extra = good(parseMinutes(draft.extra))
  const most = good(parseDuration(draft.capacity))
  if (hours === null || hours < 60 || listRate === null || discountBasisPoints === null) return null
  if (extra === null || most === null) return null
  const input: PricingInput = {
    minutesPerPeriod: inMinutes(hours),
    listRate,
    discountBasisPoints,
    perks: [{ name: '', minutes: inMinutes(extra) }],
    periodsPerYear: PERIODS_PER_YEAR,
    capacityMinutes: inMinutes(most),
  }
  return {
    currency,
    hours: input.minutesPerPeriod,
    listRate,
    discountBasisPoints,
    extra: inMinutes(extra),
    capacity: input.capacityMinutes,
    input,
    result: pricing(input),
  }
}

const good = <Value>(parsed: Parsed<Value>): Value | null => (parsed.ok ? parsed.value : null)
const inMinutes = (seconds: Seconds): Minutes => minutes(Math.round(seconds / 60))
