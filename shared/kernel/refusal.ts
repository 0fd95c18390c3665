import type { BillingRefusal } from './billing-refusal.ts'
import type { Day } from './day.ts'
import type { Cause, KeepingRefusal } from './keeping-refusal.ts'

/**
 * Why something was not done: values, not exceptions (architecture.md, 6). `field` is the input's path it is about.
 * Worded in i18n/refusals.ts, which has a case for each.
 */
export type Refusal =
  | BillingRefusal
  | KeepingRefusal
  | { readonly code: 'invalid'; readonly field?: string }
  | { readonly code: 'required'; readonly field: string }
  | { readonly code: 'unknownCommand' }
  | {
      readonly code: 'notFound'
      readonly what:
        | 'client'
        | 'engagement'
        | 'entry'
        | 'invoice'
        | 'payment'
        | 'exchangeRate'
        | 'milestone'
        | 'topUp'
        | 'delivery'
        | 'closing'
        | 'gap'
    }
  /** The system found no printer, or could not use it. */
  | { readonly code: 'notPrinted' }
  /** A link from outside that says more than it may, or nothing that is known. */
  | { readonly code: 'badLink' }
  | { readonly code: 'nothingRunning' }
  | { readonly code: 'nothingToStart' }
  | { readonly code: 'endBeforeStart'; readonly field: string }
  | { readonly code: 'inFuture'; readonly field: string }
  /** The parts of a gap come to more than it; `seconds` is what there is. */
  | { readonly code: 'moreThanGap'; readonly field: string; readonly seconds: number }
  | { readonly code: 'hasTime'; readonly seconds: number }
  | { readonly code: 'timerRuns' }
  | { readonly code: 'alreadyRuns' }
  /** Where an entry is to be cut in two lies outside it. */
  | { readonly code: 'cutOutside'; readonly field: string }
  /** Entries that do not become one: for different work, or some with hours and some without. */
  | { readonly code: 'notAlike'; readonly what: 'work' | 'times' | 'days' }
  | { readonly code: 'roundingInUse'; readonly field: string }
  /** Other periods than those that have begun would rewrite what is owed for them. */
  | { readonly code: 'periodsBegan'; readonly field: string }
  /** What was sold for a day would be in no period, and gone from what is owed. */
  | { readonly code: 'topUpOutside'; readonly day: Day }
  /** What is on invoices, or was reported, would be another amount. */
  | { readonly code: 'currencyInUse'; readonly field: string; readonly currency: string }
  /** What it would need to know is being counted: at the first start on an old folder without its cache. */
  | { readonly code: 'stillCounting' }
  | { readonly code: 'nameTaken'; readonly field: string; readonly name: string }
  | { readonly code: 'nameTooLong'; readonly field: string; readonly count: number }
  /** What several texts would come to together, in characters. */
  | { readonly code: 'textTooLong'; readonly field: string; readonly count: number }
  | { readonly code: 'versionBeforeStart'; readonly field: string; readonly startsOn: Day }
  /** A day past the last one of an agreement. */
  | { readonly code: 'afterEnd'; readonly field: string; readonly lastDay: Day }
  /** Terms begin with a period: with the one that holds the day, or with the next. */
  | { readonly code: 'notPeriodStart'; readonly field: string; readonly start: Day; readonly next: Day }
  /** The last day up to which periods are closed. */
  | { readonly code: 'periodClosed'; readonly until: Day }
  | { readonly code: 'periodNotOver'; readonly lastDay: Day }
  | { readonly code: 'earlierOpen'; readonly start: Day }
  | { readonly code: 'laterClosed'; readonly start: Day }
  | { readonly code: 'reportSent'; readonly start: Day }
  | { readonly code: 'rateBeforeLast'; readonly field: string; readonly from: Day }
  | { readonly code: 'notPaused'; readonly field: string }
  | { readonly code: 'noSuchMove'; readonly field: string }
  | { readonly code: 'notSigned' }
  | { readonly code: 'signedAlready' }
  /** null: it goes on until one of the two ends it. */
  | { readonly code: 'stillRuns'; readonly lastDay: Day | null }
  | { readonly code: 'goesOn' }
  /** What runs is ended before it is put away. */
  | { readonly code: 'agreementRuns' }
  /** No time begins on work that is put away. */
  | { readonly code: 'workArchived' }
  | { readonly code: 'hasFollower' }
  /** An agreement that was sent, signed or declined. */
  | { readonly code: 'clientKnows' }
  /** Availability has no amount of work that more could be added to. */
  | { readonly code: 'nothingDrawn' }
  | { readonly code: 'notByUnits' }
  | { readonly code: 'noSuchPerk'; readonly field: string; readonly day: Day }
  | { readonly code: 'perkNotCounted'; readonly field: string }
  | { readonly code: 'hasRecords'; readonly deliveries: number; readonly closings: number; readonly invoices: number }
  | { readonly code: 'hasHistory'; readonly engagements: number; readonly invoices: number }
  | { readonly code: 'otherCurrency'; readonly field: string; readonly currency: string; readonly other: string }
  /** Less than the timer and what goes over midnight have of the day. */
  | { readonly code: 'dayHasMore'; readonly field: string; readonly seconds: number }
  /** Entries with hours would have to be shortened, and nobody has agreed to that. */
  | { readonly code: 'wouldCut'; readonly field: string }
  | { readonly code: 'nothingToCopy' }
  | { readonly code: 'nothingToImport' }
  | { readonly code: 'nothingToExport' }
  | { readonly code: 'nothingToUndo' }
  | { readonly code: 'nothingToRedo' }
  | { readonly code: 'movedOn' }
  | { readonly code: 'notSaved'; readonly cause: Cause }
  /** A month's file that is there and cannot be read; `month` is `2026-03`. */
  | { readonly code: 'notRead'; readonly month: string }
  | { readonly code: 'readOnlyWorkspace'; readonly why: 'newerFormat' | 'locked' }
  | { readonly code: 'fileTooLarge'; readonly megabytes: number }
  /** A file that could not be read, by its name; `cause` is why, as far as the system says. */
  | {
      readonly code: 'fileUnreadable'
      readonly name: string
      readonly cause: 'denied' | 'missing' | 'folder' | 'other'
    }
  /** Its user thought better of it. */
  | { readonly code: 'stopped' }
  | { readonly code: 'gone' }
  /** Nothing is known of its public holidays; `of` is `IT` or `IT-32`. */
  | { readonly code: 'unknownCountry'; readonly of: string }

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })
export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
