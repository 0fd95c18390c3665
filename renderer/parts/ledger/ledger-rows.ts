import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { lastDay } from '#shared/domain/periods.ts'
import { hoursCell, moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { openRow, shownRow } from '#shared/domain/ledger/shown-row.ts'
import { periodName } from '#shared/i18n/period-name.ts'

/** The ledger as a table for a spreadsheet: the figures that are shown, with what was used by lot and the money. */
export function ledgerTable(
  t: Translator,
  format: Format,
  agreement: Agreement,
  rows: readonly LedgerRow[],
  today: Day,
  since: ReadonlyMap<Day, LedgerRow> = new Map(),
): TableCell[][] {
  const { basis, currency } = agreement
  const amount = (value: number): number => (basis === 'deliverables' ? value : hoursCell(value))
  const money = (value: number): number => moneyCell(value, currency)
  const head = [
    t('retainers.ledger.period'),
    t('retainers.table.from'),
    t('retainers.table.to'),
    t('retainers.ledger.opening'),
    t('retainers.ledger.granted'),
    t('retainers.ledger.over'),
    t('retainers.ledger.used'),
    t('retainers.table.usedCarried'),
    t('retainers.table.usedIncluded'),
    t('retainers.table.usedTopUp'),
    t('retainers.ledger.expired'),
    t('retainers.ledger.dropped'),
    t('retainers.ledger.carried'),
    t('retainers.ledger.worked'),
    t('retainers.table.fee', { currency }),
    t('retainers.table.overage', { currency }),
    t('retainers.table.topUps', { currency }),
    t('retainers.table.perHour', { currency }),
  ]
  const figures = (row: LedgerRow) => {
    const is = row.period.end > today ? openRow(row, basis) : shownRow(row, basis)
    return {
      amounts: [
        is.opening,
        is.granted,
        is.overage,
        is.used,
        row.usedCarried,
        row.usedIncluded,
        row.usedTopUp,
        is.expired,
        is.dropped,
        is.carriedOut,
      ],
      worked: row.worked,
      moneys: [row.fee, row.overageAmount, row.topUpAmount],
    }
  }
  const line = (row: LedgerRow): TableCell[] => {
    const { amounts, worked, moneys } = figures(row)
    return [
      periodName(t, format, agreement, row.period, 'long'),
      row.period.start,
      lastDay(row.period),
      ...amounts.map(amount),
      hoursCell(worked),
      ...moneys.map(money),
      row.effectiveRate === null ? '' : money(row.effectiveRate),
    ]
  }
  /** By how much a closed period is otherwise than it was reported. */
  const changed = (row: LedgerRow, now: LedgerRow): TableCell[] => {
    const [was, is] = [figures(row), figures(now)]
    const less = (index: number, of: 'amounts' | 'moneys'): number => (is[of][index] ?? 0) - (was[of][index] ?? 0)
    const month = periodName(t, format, agreement, row.period, 'long')
    return [
      t('retainers.moves.adjusted', { month }),
      row.period.start,
      lastDay(row.period),
      ...is.amounts.map((_, index) => amount(less(index, 'amounts'))),
      hoursCell(is.worked - was.worked),
      ...is.moneys.map((_, index) => money(less(index, 'moneys'))),
      '',
    ]
  }
  const body = rows.flatMap((row) => {
    const now = since.get(row.period.start)
    return now ? [line(row), changed(row, now)] : [line(row)]
  })
  return [head, ...body]
}
