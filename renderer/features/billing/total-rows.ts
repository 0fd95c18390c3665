import type { InvoiceStanding } from '#shared/domain/billing/status.ts'
import { invoiceTotals, type InvoiceTotals, type VatGroup } from '#shared/domain/billing/totals.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { vatText } from './invoice-words.ts'

/** A figure at the foot of an invoice and the parts that it is the sum of. Minor units. */
export interface TotalRow {
  readonly id: string
  readonly label: string
  readonly amount: number
  readonly parts: readonly { readonly label: string; readonly reason?: string | undefined; readonly amount: number }[]
  readonly isSum?: true
  readonly isRounded?: true
  readonly foot?: string
}

/** The rows that there are: what an invoice does not have is not said. */
export function totalRows(t: Translator, format: Format, invoice: Invoice, standing: InvoiceStanding): TotalRow[] {
  const totals = invoiceTotals(invoice)
  const rows = [
    netRow(t, invoice, totals),
    ...pensionFundRow(t, format, invoice, totals),
    ...totals.groups.map((group) => vatRow(t, format, invoice, group)),
    ...dutyRow(t, format, invoice, totals),
  ]
  const total: TotalRow = {
    id: 'total',
    label: t('billing.invoice.totals.total'),
    amount: totals.total,
    parts: rows.filter(({ amount, id }) => amount !== 0 || id === 'net'),
    isSum: true,
  }
  const withholding = withholdingRow(t, format, invoice, totals)
  return [...rows, total, ...withholding, ...payRows(t, invoice, totals, standing)]
}

const netRow = (t: Translator, invoice: Invoice, { net }: InvoiceTotals): TotalRow => ({
  id: 'net',
  label: t('billing.invoice.totals.net'),
  amount: net,
  parts: invoice.lines.map(({ text, amount }) => ({ label: text, amount })),
})

function pensionFundRow(t: Translator, format: Format, invoice: Invoice, totals: InvoiceTotals): TotalRow[] {
  if (totals.pensionFund === 0) return []
  const share = format.exactPercent(invoice.tax.pensionFundBasisPoints)
  const { label, parts } = {
    label: t('billing.invoice.totals.pensionFund', { share }),
    parts: totals.groups.map((group) => ({
      label: `${t('billing.invoice.lines.vat')} ${vatText(format, group.vat)}`,
      reason: `${share} × ${format.money(group.lines, invoice.currency, 'always')}`,
      amount: group.pensionFund,
    })),
  }
  return [{ id: 'pensionFund', label, amount: totals.pensionFund, parts, ...explained(t, invoice) }]
}

function vatRow(t: Translator, format: Format, invoice: Invoice, group: VatGroup): TotalRow {
  const { vat, taxable, amount } = group
  const on = format.money(taxable, invoice.currency, 'always')
  const share = format.exactPercent(vat.basisPoints)
  const label =
    vat.basisPoints !== 0
      ? t('billing.invoice.totals.vat', { share, taxable: on })
      : vat.reason === ''
        ? t('billing.invoice.totals.noVatPlain', { taxable: on })
        : t('billing.invoice.totals.noVat', { reason: vat.reason, taxable: on })
  const parts = [{ label: t('billing.invoice.totals.base'), reason: `${share} × ${on}`, amount }]
  return { id: `vat ${vat.basisPoints} ${vat.reason}`, label, amount, parts, ...explained(t, invoice) }
}

/** A share of an invoice is rounded once; one of a credit note is the difference of two such. */
const explained = (t: Translator, { type }: Invoice): Pick<TotalRow, 'isRounded' | 'foot'> =>
  type === 'invoice' ? { isRounded: true } : { foot: t('billing.invoice.totals.creditRule') }

function dutyRow(t: Translator, format: Format, invoice: Invoice, { stampDuty }: InvoiceTotals): TotalRow[] {
  if (stampDuty === 0) return []
  const above = format.money(invoice.tax.stampDuty?.above ?? 0, invoice.currency, 'always')
  const label = t('billing.invoice.totals.stampDuty')
  const parts = [{ label, reason: t('billing.invoice.totals.dutyOn', { above }), amount: stampDuty }]
  return [{ id: 'stampDuty', label, amount: stampDuty, parts }]
}

function withholdingRow(t: Translator, format: Format, invoice: Invoice, totals: InvoiceTotals): TotalRow[] {
  const { withholding, net, pensionFund } = totals
  if (withholding === 0) return []
  const { withholdingBasisPoints, withholdsOnPensionFund } = invoice.tax
  const share = format.exactPercent(withholdingBasisPoints)
  const on = net + (withholdsOnPensionFund ? pensionFund : 0)
  const label = t('billing.invoice.totals.withholding', { share })
  const part = {
    label: withholdsOnPensionFund
      ? t('billing.invoice.totals.withholdingOnFund')
      : t('billing.invoice.totals.withholdingOn'),
    reason: `${share} × ${format.money(on, invoice.currency, 'always')}`,
    amount: 0 - withholding,
  }
  return [{ id: 'withholding', label, amount: 0 - withholding, parts: [part], ...explained(t, invoice) }]
}

function payRows(t: Translator, invoice: Invoice, totals: InvoiceTotals, standing: InvoiceStanding): TotalRow[] {
  const { total, withholding, toPay } = totals
  const label = invoice.type === 'creditNote' ? t('billing.invoice.totals.toCredit') : t('billing.invoice.totals.toPay')
  const pay: TotalRow = {
    id: 'toPay',
    label,
    amount: toPay,
    parts: [
      { label: t('billing.invoice.totals.total'), amount: total },
      ...(withholding === 0 ? [] : [{ label: t('billing.invoice.totals.withheld'), amount: 0 - withholding }]),
    ],
    isSum: true,
  }
  const { due, paid, left } = standing
  if (invoice.type === 'creditNote' || invoice.status !== 'issued' || (paid === 0 && due === toPay)) return [pay]
  const parts = [
    { label, amount: toPay },
    ...(due === toPay ? [] : [{ label: t('billing.invoice.totals.credited'), amount: due - toPay }]),
    ...(paid === 0 ? [] : [{ label: t('billing.invoice.totals.paid'), amount: 0 - paid }]),
  ]
  return [pay, { id: 'left', label: t('billing.invoice.totals.left'), amount: left, parts, isSum: true }]
}
