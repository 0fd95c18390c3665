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
  const body = rows.map((row): TableCell[] => {
    const is = row.period.end > today ? openRow(row, basis) : shownRow(row, basis)
    const { start } = row.period
    return [
      periodName(t, format, agreement, row.period, 'long'),
      start,
      lastDay(row.period),
      ...[is.opening, is.granted, is.overage, is.used].map(amount),
      ...[row.usedCarried, row.usedIncluded, row.usedTopUp].map(amount),
      ...[is.expired, is.dropped, is.carriedOut].map(amount),
      hoursCell(row.worked),
      ...[row.fee, row.overageAmount, row.topUpAmount].map(money),
      row.effectiveRate === null ? '' : money(row.effectiveRate),
    ]
  })
  return [head, ...body]
}
