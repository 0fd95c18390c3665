import { agreedRules } from '#shared/domain/dated-terms.ts'
import { firstStep } from '#shared/domain/renewal.ts'
import type { Suggestion } from '#shared/domain/suggestion.ts'
import type { Format } from '#shared/i18n/format.ts'
import { addToMonth, firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { isSame } from '#shared/kernel/same.ts'
import { inSeconds, type Minor } from '#shared/kernel/units.ts'
import type { Agreement, Rounding } from '#shared/model/agreement.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { Language } from '#shared/model/quantities.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { draftPerk, type DraftPerk } from './draft-perks.ts'

/** `lapses`, kept to the end of the `term`, or carried for so many periods. */
export type Unused = 'lapses' | 'term' | `${number}`
/** A trial ends by itself, and leads to a longer term. */
export type AtEnd = Agreement['term']['atEnd'] | 'trial'
/** `none`, or how and to how many minutes: `up 15`. */
export type RoundingId = 'none' | `${Exclude<Rounding['mode'], 'none'>} ${number}`

/** The editor's terms as they are typed: text stays text until it is read. */
export interface Draft {
  readonly clientId: Id | null
  /** A client that is made with the agreement, in place of `clientId`. */
  readonly newClient: NewClient | null
  readonly name: string
  readonly basis: Agreement['basis']
  readonly hours: string
  /** What is delivered in a period, where that is what is agreed. */
  readonly units: string
  readonly fee: string
  readonly every: Agreement['period']['every']
  readonly anchor: Agreement['period']['anchor']
  readonly startsOn: Day | null
  readonly periods: string
  readonly atEnd: AtEnd
  /** Of a trial: how many periods the term has that it leads to. */
  readonly leadsTo: string
  readonly noticeDays: string
  readonly unused: Unused
  /** Empty: all that is unused carries. */
  readonly cap: string
  readonly policy: Agreement['overage']['policy']
  readonly rate: string
  /** What a unit past the agreed ones costs; null until somebody says it: then what each of the agreed ones costs. */
  readonly unitRate: string | null
  readonly proration: Agreement['proration']
  readonly perks: readonly DraftPerk[]
  readonly rounding: RoundingId
  /** Shares of a period in percent: `80, 100`. */
  readonly alerts: string
  /** Of an agreement there is: the day from which the terms hold. Of a new one it is its start. */
  readonly from: Day | null
  readonly adopt: boolean
}

export interface NewClient {
  readonly name: string
  readonly currency: string
  readonly listRate: string
  readonly language: Language
}

/** What money the terms are in, and what an hour costs without them. */
export interface Ground {
  readonly currency: string
  readonly listRate: Minor
}

/** A new agreement, with what the client's history suggests (domain.md, Suggestion) or a plain half year. */
export function newDraft(format: Format, today: Day, ground: Ground, client?: Client, suggestion?: Suggestion): Draft {
  const startsOn = today.endsWith('-01') ? today : firstDayOf(addToMonth(monthOf(today), 1))
  return {
    clientId: client?.id ?? null,
    newClient: null,
    name: '',
    basis: 'hours',
    hours: suggestion ? hoursText(format, inSeconds(suggestion.included)) : '',
    units: '',
    fee: suggestion ? format.amount(suggestion.fee, ground.currency) : '',
    every: 'month',
    anchor: 'calendar',
    startsOn,
    periods: String(suggestion?.term.periods ?? 6),
    atEnd: suggestion?.term.trial ? 'trial' : 'renews',
    leadsTo: String(firstStep('month')),
    noticeDays: '30',
    unused: 'lapses',
    cap: '',
    policy: 'bill',
    rate: format.amount(suggestion?.rate ?? ground.listRate, ground.currency),
    unitRate: null,
    proration: 'days',
    perks: [],
    rounding: 'none',
    alerts: '80, 100',
    from: null,
    adopt: true,
  }
}

/** Another client's suggestion, in the fields that still show that of the client before. What was typed stays. */
export const withClient = (draft: Draft, before: Draft, after: Draft): Partial<Draft> => ({
  ...followed(draft, before, after, ['hours', 'fee', 'periods', 'atEnd', 'rate']),
  clientId: after.clientId,
  newClient: null,
})

/** Periods of another length: what still shows the first step of the ladder is as long in those. What was typed stays. */
export function withLength(draft: Draft, every: Draft['every']): Partial<Draft> {
  const [before, after] = [String(firstStep(draft.every)), String(firstStep(every))]
  const asLong = (periods: string): string => (periods === before ? after : periods)
  return { every, periods: asLong(draft.periods), leadsTo: asLong(draft.leadsTo) }
}

/** The fields of terms that may be others from a day on. */
const dated = ['hours', 'units', 'fee', 'unused', 'cap', 'policy', 'rate', 'unitRate', 'perks', 'rounding'] as const

/** What is agreed for another day, in the fields that still show what is for the one before. What was typed stays. */
export const withDay = (draft: Draft, before: Draft, after: Draft): Partial<Draft> => ({
  ...followed(draft, before, after, dated),
  from: after.from,
})

function followed(draft: Draft, before: Draft, after: Draft, fields: readonly (keyof Draft)[]): Partial<Draft> {
  const kept = fields.map((field) => [field, isSame(draft[field], before[field]) ? after[field] : draft[field]])
  return Object.fromEntries(kept)
}

/**
 * An agreement as its form shows it: the terms that are in force on the day from which others may hold.
 * @param from that day
 */
export function draftOf(format: Format, { clientId, name, agreement }: Retainer, from: Day): Draft {
  const { basis, currency, startsOn, period, term, trial, leadsTo, noticeDays, proration, alerts } = agreement
  const { fee, included, rollover, overage, perks, listRate, rounding } = agreedRules(agreement, from)
  const cap = rollover?.cap ?? null
  const rate = format.amount(overage.rate ?? listRate, currency)
  const isByUnits = basis === 'deliverables'
  return {
    clientId,
    newClient: null,
    name,
    basis,
    hours: basis === 'hours' ? hoursText(format, included * 60) : '',
    units: isByUnits ? String(included) : '',
    fee: format.amount(fee, currency),
    every: period.every,
    anchor: period.anchor,
    startsOn,
    periods: String(term.periods),
    atEnd: trial ? 'trial' : term.atEnd,
    leadsTo: String(leadsTo ?? firstStep(period.every)),
    noticeDays: String(noticeDays),
    unused: rollover === null ? 'lapses' : rollover.periods === null ? 'term' : `${rollover.periods}`,
    cap: cap === null ? '' : isByUnits ? String(cap) : hoursText(format, cap * 60),
    policy: overage.policy,
    rate,
    unitRate: isByUnits ? rate : null,
    proration,
    perks: perks.map((perk) => draftPerk(format, perk, currency)),
    rounding: roundingId(rounding),
    alerts: alerts.join(', '),
    from,
    adopt: false,
  }
}

const roundingId = ({ mode, minutes = 1 }: Rounding): RoundingId => (mode === 'none' ? 'none' : `${mode} ${minutes}`)

export const roundingOf = (id: RoundingId): Rounding => {
  const [mode, minutes] = id.split(' ')
  return mode === 'up' || mode === 'nearest' ? { mode, minutes: Number(minutes) } : { mode: 'none' }
}
