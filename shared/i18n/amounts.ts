import type { Agreement } from '../model/agreement.ts'
import type { Format } from './format.ts'
import type { Translator } from './translator.ts'

type Basis = Agreement['basis']

/** An amount of an agreement (seconds, or units of deliverables) as it stands in a column: `1:30`, `3`. */
export const amountInColumn = (format: Format, basis: Basis, amount: number): string =>
  basis === 'deliverables' ? format.number(amount) : format.hours(amount)

/** The same in a sentence: `1 h 30 min`, `3 deliverables`. */
export const amountInWords = (t: Translator, format: Format, basis: Basis, amount: number): string =>
  basis === 'deliverables' ? t('app.amounts.units', { count: amount }) : format.duration(amount)
