/** The words of the trade that the app explains where it uses them (domain.md has the rules behind each). */
export const terms = [
  'basis',
  'rollover',
  'overage',
  'topUp',
  'trial',
  'notice',
  'ladder',
  'proration',
  'rounding',
  'perk',
  'adjustment',
  'pace',
  'listRate',
  'effectiveRate',
  'breakEven',
  'guaranteed',
  'expected',
  'variable',
  'hourly',
  'cliff',
  'coverage',
  'steadiness',
  'concentration',
  'capacity',
  'readiness',
  'advance',
  'pensionFund',
  'withholding',
  'stampDuty',
] as const
export type Term = (typeof terms)[number]

export interface Explanation {
  /** What it means, in a sentence or two. */
  readonly text: string
  /** With figures, as one would tell it. */
  readonly example: string
}
export type Explanations = Readonly<Record<Term, Explanation>>
