import type { Language } from '../model/quantities.ts'

/**
 * What a printed page says, every text already in the language of whoever gets it: invoices, reminders, reports and
 * proposals are all told like this, and renderer/documents draws them. So a document is tested without a window.
 */
export interface Paper {
  readonly language: Language
  /** The largest words on it: `Invoice 2026-041`. */
  readonly title: string
  /** What its file is called, before it is cleaned. */
  readonly name: string
  /** The user's own sign, as a data address. */
  readonly logo?: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Beside the addresses: number, days. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** A line that what follows answers. */
  | { readonly kind: 'lead'; readonly text: string }
  /** What is to be known of the document itself, set off from what it says. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
      /** Which of the rows are heads of those below them, or their sum. */
      readonly strong?: readonly number[]
      /** With room to write by hand. */
      readonly isTall?: boolean
    }
  /** At the right, one under the other. */
  | { readonly kind: 'sums'; readonly rows: readonly PaperSum[] }
  /** What there was of a period, end to end, in shares of its length: design, The stay. `label` says it in words. */
  | { readonly kind: 'stay'; readonly label: string; readonly lots: readonly PaperLot[] }
  /** Two figures for each of some periods, side by side: the first is outlined, the second is solid. */
  | {
      readonly kind: 'bars'
      readonly series: readonly [string, string]
      readonly bars: readonly PaperBar[]
    }

export interface PaperColumn {
  readonly label: string
  /** Figures stand at the right. */
  readonly isFigure?: boolean
}

export interface PaperSum {
  readonly label: string
  readonly figure: string
  readonly isStrong?: boolean
}

export interface PaperLot {
  readonly amount: number
  readonly look: 'used' | 'left' | 'over'
}

export interface PaperBar {
  readonly label: string
  readonly amounts: readonly [number, number]
  /** The second figure as it is written over its bar. */
  readonly figure: string
}
