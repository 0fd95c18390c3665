import { capacity } from '#shared/domain/income/capacity.ts'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { pricing, type Pricing, type PricingInput } from '#shared/domain/pricing.ts'
import { suggestionFor } from '#shared/domain/suggestion.ts'
import type { Format } from '#shared/i18n/format.ts'
import { parseDuration, parseMinutes, parseMoney, parsePercent, type Parsed } from '#shared/i18n/parse.ts'
import { monthOf, type Day } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { inSeconds, minor, minutes, sumOf, type Minor, type Minutes, type Seconds } from '#shared/kernel/units.ts'
import type { Client } from '#shared/model/client.ts'
import { hoursText } from '../../parts/hours-text.ts'
import type { OfferedPerk } from '../../place.tsx'
import { readExtra, type DraftExtra } from './extras.ts'

/** The sheet as it is typed: text stays text until it is read. */
export interface SheetDraft {
  readonly hours: string
  readonly rate: string
  readonly discount: string
  readonly extra: string
  readonly capacity: string
  /** Beside extra time. */
  readonly perks: readonly DraftExtra[]
}

/** What the sheet says, and what it comes to (domain.md, Pricing a retainer). */
export interface Sheet {
  readonly currency: string
  readonly hours: Minutes
  readonly listRate: Minor
  readonly discountBasisPoints: number
  /** All that comes on top, in time: the extra time and what the other perks take. */
  readonly extra: Minutes
  readonly extraTime: Minutes
  readonly perks: readonly OfferedPerk[]
  /** All of it at list price, promises too. */
  readonly worth: Minor
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
    perks: [],
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
  const extras = draft.perks.map((each) => readExtra(each, listRate, currency, format.language))
  const perks = extras.filter((each) => each !== null)
  if (perks.length < extras.length) return null
  const extraTime = inMinutes(extra)
  const input: PricingInput = {
    minutesPerPeriod: inMinutes(hours),
    listRate,
    discountBasisPoints,
    perks: [
      { name: '', minutes: extraTime },
      ...perks.map(({ perk, minutes: taken }) => ({ name: perk.name, minutes: taken })),
    ],
    periodsPerYear: PERIODS_PER_YEAR,
    capacityMinutes: inMinutes(most),
  }
  return {
    currency,
    hours: input.minutesPerPeriod,
    listRate,
    discountBasisPoints,
    extra: minutes(sumOf(input.perks, (perk) => perk.minutes)),
    extraTime,
    perks: perks.map(({ perk }) => perk),
    worth: minor(scaleRounded(extraTime, listRate, 60) + sumOf(perks, ({ perk }) => perk.worth)),
    capacity: input.capacityMinutes,
    input,
    result: pricing(input),
  }
}

const good = <Value>(parsed: Parsed<Value>): Value | null => (parsed.ok ? parsed.value : null)
const inMinutes = (seconds: Seconds): Minutes => minutes(Math.round(seconds / 60))
