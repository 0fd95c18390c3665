import { monthsIn } from '#shared/domain/periods.ts'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import { strong } from '../../parts/spoken-marks.ts'
import { shownAmount } from '#shared/domain/ledger/shown-row.ts'
import type { Months } from './preview.ts'

interface Sums {
  readonly used: number
  readonly granted: number
  readonly over: number
  readonly lost: number
  readonly worked: number
  readonly fees: number
  readonly billed: number
}

const sumsOf = (rows: readonly LedgerRow[], basis: Agreement['basis']): Sums => ({
  used: shownAmount(
    basis,
    sumOf(rows, (row) => row.used),
  ),
  granted: sumOf(rows, (row) => row.granted),
  over: shownAmount(
    basis,
    sumOf(rows, (row) => row.overage),
  ),
  lost: shownAmount(
    basis,
    sumOf(rows, (row) => row.expired + row.dropped),
  ),
  worked: sumOf(rows, (row) => row.worked),
  fees: sumOf(rows, (row) => row.fee),
  billed: sumOf(rows, (row) => row.overageAmount),
})

/** The months that are over: only of them can it be said what lapsed. */
const closedRows = (rows: readonly LedgerRow[], today: Day): LedgerRow[] =>
  rows.filter((row) => row.period.end <= today)

/** What the shown months come to, in a few sentences; empty where there is no month yet. */
export function effectText(t: Translator, format: Format, client: string, preview: Months, today: Day): string {
  const closed = closedRows(preview.rows, today)
  const rows = closed.length > 0 ? closed : preview.rows
  const { agreement, kind } = preview
  const { basis, currency } = agreement
  const sums = sumsOf(rows, basis)
  const isOpen = closed.length === 0
  if (isOfWorkOnly(preview)) return accessText(t, format, { preview, rows, client })
  const sentences = [usedText(t, format, client, { preview, rows, isOpen, year: today.slice(0, 4) })]
  if (sums.over > 0) sentences.push(overText(t, format, preview, sums))
  if (!isOpen && sums.lost > 0) {
    const told = { time: amountInWords(t, format, basis, sums.lost), b: strong }
    sentences.push(
      kind === 'own' ? t.markup('retainers.effect.lost', told) : t.markup('retainers.effect.wouldLose', told),
    )
  }
  if (!isOpen && sums.worked > 0) {
    const told = { rate: format.money(scaleRounded(sums.fees, 3600, sums.worked), currency), b: strong }
    sentences.push(
      kind === 'own' ? t.markup('retainers.effect.rate', told) : t.markup('retainers.effect.wouldRate', told),
    )
  }
  return sentences.join(' ')
}

/** Where nothing is drawn down, or nobody noted what was handed over, it is known what was worked and no more. */
export const isOfWorkOnly = ({ agreement: { basis }, kind }: Pick<Months, 'agreement' | 'kind'>): boolean =>
  basis === 'access' || (basis === 'deliverables' && kind !== 'own')

/** Nothing is drawn down: what is to be known is what the hours came to. */
function accessText(
  t: Translator,
  format: Format,
  { preview, rows, client }: { preview: Months; rows: readonly LedgerRow[]; client: string },
): string {
  const { worked, fees } = sumsOf(rows, 'access')
  const told = { client, time: format.duration(worked), b: strong }
  if (worked === 0) return t.markup('retainers.effect.access', told)
  const rate = format.money(scaleRounded(fees, 3600, worked), preview.agreement.currency)
  return preview.kind === 'own'
    ? t.markup('retainers.effect.accessRate', { ...told, rate })
    : t.markup('retainers.effect.wouldAccessRate', { ...told, rate })
}

function overText(t: Translator, format: Format, { agreement, kind }: Months, sums: Sums): string {
  const time = { time: amountInWords(t, format, agreement.basis, sums.over), b: strong }
  const told = { ...time, amount: format.money(sums.billed, agreement.currency) }
  // Terms may have changed between the months: what was charged says which of them did.
  if (sums.billed === 0)
    return kind === 'own' ? t.markup('retainers.effect.absorbed', time) : t.markup('retainers.effect.wouldAbsorb', time)
  return kind === 'own' ? t.markup('retainers.effect.billed', told) : t.markup('retainers.effect.wouldBill', told)
}

interface Told {
  readonly preview: Months
  readonly rows: readonly LedgerRow[]
  /** Only the month that still runs is there. */
  readonly isOpen: boolean
  /** The one that it is now: only its months stand without one. */
  readonly year: string
}

function usedText(t: Translator, format: Format, client: string, { preview, rows, isOpen, year }: Told): string {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return ''
  const { basis } = preview.agreement
  const sums = sumsOf(rows, basis)
  const written = (amount: number): string => amountInWords(t, format, basis, amount)
  const figures = { client, time: written(sums.used), granted: written(sums.granted), b: strong }
  const isThisYear = [first, last].every((row) => row.period.start.startsWith(year))
  const month = (row: LedgerRow): string =>
    periodName(t, format, preview.agreement, row.period, isThisYear ? 'name' : 'long')
  if (isOpen) return t.markup('retainers.effect.soFar', { month: month(last), ...figures })
  const isReal = preview.kind === 'own'
  if (rows.length === 1) {
    const told = { month: month(last), ...figures }
    return isReal ? t.markup('retainers.effect.usedOne', told) : t.markup('retainers.effect.wouldUseOne', told)
  }
  const told = { from: month(first), to: month(last), ...figures }
  return isReal ? t.markup('retainers.effect.used', told) : t.markup('retainers.effect.wouldUse', told)
}

/** What other terms would have changed over the same months. */
export function changeText(
  t: Translator,
  format: Format,
  { basis, currency, period }: Agreement,
  before: readonly LedgerRow[],
  after: readonly LedgerRow[],
  today: Day,
): string {
  const rows = closedRows(after, today)
  if (rows.length === 0) return ''
  const [was, is] = [sumsOf(closedRows(before, today), basis), sumsOf(rows, basis)]
  const changes: string[] = []
  const time = (seconds: number) => ({
    time: amountInWords(t, format, basis, Math.abs(seconds)),
    b: strong,
  })
  const amount = (minor: number) => ({ amount: format.money(Math.abs(minor), currency), b: strong })
  const [lost, billed, fees] = [is.lost - was.lost, is.billed - was.billed, is.fees - was.fees]
  if (lost > 0) changes.push(t.markup('retainers.effect.lostMore', time(lost)))
  if (lost < 0) changes.push(t.markup('retainers.effect.lostLess', time(lost)))
  if (billed > 0) changes.push(t.markup('retainers.effect.billedMore', amount(billed)))
  if (billed < 0) changes.push(t.markup('retainers.effect.billedLess', amount(billed)))
  if (fees > 0) changes.push(t.markup('retainers.effect.feesMore', amount(fees)))
  if (fees < 0) changes.push(t.markup('retainers.effect.feesLess', amount(fees)))
  const number = t('retainers.number', { count: rows.length }).toLowerCase()
  const periods = t('retainers.effect.periods', { every: monthsIn[period.every], count: rows.length, number })
  return changes.length === 0
    ? t('retainers.effect.same', { periods })
    : t.markup('retainers.effect.compared', { periods, changes: format.list(changes) })
}
