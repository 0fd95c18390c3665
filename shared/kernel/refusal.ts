import type { Day } from './day.ts'

/**
 * Why something was not done: values, not exceptions (architecture.md, 6). `field` is the input's path it is about.
 * Worded in i18n/refusals.ts, which has a case for each.
 */
export type Refusal =
  | { readonly code: 'invalid'; readonly field?: string }
  | { readonly code: 'required'; readonly field: string }
  | { readonly code: 'unknownCommand' }
  | { readonly code: 'notFound'; readonly what: 'client' | 'engagement' | 'entry' }
  | { readonly code: 'nothingRunning' }
  | { readonly code: 'endBeforeStart'; readonly field: string }
  | { readonly code: 'inFuture'; readonly field: string }
  | { readonly code: 'hasTime'; readonly seconds: number }
  | { readonly code: 'timerRuns' }
  | { readonly code: 'roundingInUse'; readonly field: string }
  /** What it would need to know is being counted: at the first start on an old folder without its cache. */
  | { readonly code: 'stillCounting' }
  | { readonly code: 'nameTaken'; readonly field: string; readonly name: string }
  | { readonly code: 'nameTooLong'; readonly field: string; readonly count: number }
  | { readonly code: 'versionBeforeStart'; readonly field: string; readonly startsOn: Day }
  | { readonly code: 'nothingToImport' }
  | { readonly code: 'nothingToUndo' }
  | { readonly code: 'nothingToRedo' }
  | { readonly code: 'movedOn' }
  | { readonly code: 'notSaved'; readonly cause: 'full' | 'readOnly' | 'denied' | 'missing' | 'other' }
  /** A month's file that is there and cannot be read; `month` is `2026-03`. */
  | { readonly code: 'notRead'; readonly month: string }
  | { readonly code: 'readOnlyWorkspace'; readonly why: 'newerFormat' | 'locked' }
  | { readonly code: 'fileTooLarge'; readonly megabytes: number }
  | { readonly code: 'fileUnreadable' }
  | { readonly code: 'gone' }

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })
export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
