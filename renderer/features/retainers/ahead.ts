import { isComparable, ledgerAhead, usualUnder, usualUse, type Usual } from '#shared/domain/ledger/ahead.ts'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'
import { isSame } from '#shared/kernel/same.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { strong } from '../../parts/spoken-marks.ts'
import { shownAmount } from '#shared/domain/ledger/shown-row.ts'
import { isOfWorkOnly } from './effect.ts'
import type { Preview } from './preview.ts'

/** The periods to come under some terms; of terms that change also as they would be without that. */
export interface Ahead {
  readonly agreement: Agreement
  readonly rows: readonly LedgerRow[]
  readonly before: { readonly rows: readonly LedgerRow[]; readonly from: Day } | null
  /** What was used as a rule, and in periods of how many months; an agreement on another basis has none. */
  readonly usual: Usual
  readonly every: number
  /** Nothing is drawn down, or nobody knows what would be: what can be told is what is paid. */
  readonly isOfFees: boolean
}

interface Asked {
  /** The agreement as it would be kept. */
  readonly dated: Agreement
  /** The months that are gone: of an agreement there is its own, else those that its terms are tried on. */
  readonly past: Preview
  /** The agreement as it is, and from when it would be another; null of a new one. */
  readonly change: { readonly agreed: Agreement; readonly from: Day } | null
  readonly today: Day
}

/** What was worked out already of one agreement holds for the other, while nothing but dated terms differs. */
const isSameBefore = (a: Agreement, b: Agreement): boolean => isSame({ ...a, versions: [] }, { ...b, versions: [] })

/** The next periods, or from the day on which terms change; null where there are none. */
export function aheadOf({ dated, past, change, today }: Asked): Ahead | null {
  const lately = usualUse(past.agreement, past.rows, today)
  const usual = usualUnder(dated, past.agreement, lately)
  const running = past.done.stood?.start ?? today
  const next = past.rows.find(({ period }) => period.end > today)?.period.end ?? today
  const from = change?.from ?? (dated.startsOn > today ? dated.startsOn : next)
  const isKnown = from >= running
  const rowsOf = (agreement: Agreement): LedgerRow[] => {
    const { stood, ...done } = past.done
    const isOwn = stood && isKnown && isSameBefore(agreement, stood.agreement)
    return ledgerAhead(agreement, isOwn ? { ...done, stood: { ...stood, agreement } } : done, from, today, usual)
  }
  const rows = rowsOf(dated)
  if (rows.length === 0) return null
  const isSetBeside = change && change.agreed !== dated && isComparable(change.agreed, dated)
  const before = isSetBeside ? { from, rows: rowsOf(change.agreed) } : null
  // Of what is counted in units now, where time was before or the other way about, nobody knows what would be used.
  const isOfFees = isOfWorkOnly({ agreement: dated, kind: past.kind }) || (usual.periods === 0 && lately.periods > 0)
  const every = monthsIn[past.agreement.period.every]
  return { agreement: dated, rows, before, usual: usual.periods === 0 ? usual : lately, every, isOfFees }
}

/** By what the months to come are told. */
export function usualText(t: Translator, format: Format, { agreement, usual, every, isOfFees }: Ahead): string {
  if (isOfFees) return ''
  if (usual.periods === 0) return t('retainers.ahead.unknown')
  const time = amountInWords(t, format, agreement.basis, usual.amount)
  return t('retainers.ahead.usual', { time, every, count: usual.periods })
}

/** What other terms change from their day on, over the periods that are shown; empty where nothing is to change. */
export function aheadText(t: Translator, format: Format, { agreement, rows, before }: Ahead): string {
  if (!before) return ''
  const { basis, currency, period } = agreement
  const by = (figure: (row: LedgerRow) => number): number => sumOf(rows, figure) - sumOf(before.rows, figure)
  const way = (more: number) => ({ way: more > 0 ? 'more' : 'less', b: strong })
  const time = (more: number) => ({ time: amountInWords(t, format, basis, Math.abs(more)), ...way(more) })
  const money = (more: number) => ({ amount: format.money(Math.abs(more), currency), ...way(more) })
  const fees = by((row) => row.fee)
  const billed = by((row) => row.overageAmount)
  const included = basis === 'access' ? 0 : by((row) => row.granted)
  const lost = shownAmount(
    basis,
    by((row) => row.expired + row.dropped),
  )
  const changes = [
    fees === 0 ? '' : t.markup('retainers.ahead.fees', money(fees)),
    included === 0 ? '' : t.markup('retainers.ahead.included', time(included)),
    billed === 0 ? '' : t.markup('retainers.ahead.over', money(billed)),
    lost === 0 ? '' : t.markup('retainers.ahead.lost', time(lost)),
  ].filter((change) => change !== '')
  const number = t('retainers.number', { count: rows.length }).toLowerCase()
  const told = {
    day: theDay(format, before.from, 'long', 'dal'),
    periods: t('retainers.effect.periods', { every: monthsIn[period.every], count: rows.length, number }),
  }
  return changes.length === 0
    ? t('retainers.ahead.same', told)
    : t.markup('retainers.ahead.changes', { ...told, changes: format.list(changes) })
}
