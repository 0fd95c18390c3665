import { numberText } from '../domain/billing/numbers.ts'
import { clientOn, vatNumberOf } from '../domain/billing/parties.ts'
import { invoiceTotals } from '../domain/billing/totals.ts'
import type { Book } from '../domain/book.ts'
import { moneyCell, type TableCell } from '../formats/delimited.ts'
import type { Translator } from '../i18n/translator.ts'
import type { Day } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import type { Invoice } from '../model/invoice.ts'

/**
 * What was issued in a stretch of days, for the accountant (issue 9, Documents): a line for each document and VAT rate of
 * it, so that every rate has its base and its tax; what is of the whole document stands in its first line alone, and so
 * all columns can be added up. Void ones keep their number and have no figures. Both days are in it.
 */
export function accountantTable(t: Translator, book: Book, from: Day, to: Day): TableCell[][] {
  const head = [
    t('billing.accountant.number'),
    t('billing.accountant.kind'),
    t('billing.accountant.issued'),
    t('billing.accountant.due'),
    t('billing.accountant.client'),
    t('billing.accountant.vatId'),
    t('billing.accountant.taxCode'),
    t('billing.accountant.country'),
    t('billing.accountant.corrects'),
    t('billing.accountant.currency'),
    t('billing.accountant.rate'),
    t('billing.accountant.reason'),
    t('billing.accountant.net'),
    t('billing.accountant.pensionFund'),
    t('billing.accountant.taxable'),
    t('billing.accountant.vat'),
    t('billing.accountant.stampDuty'),
    t('billing.accountant.dutyBorne'),
    t('billing.accountant.total'),
    t('billing.accountant.withholding'),
    t('billing.accountant.toPay'),
    t('billing.accountant.paid'),
    t('billing.accountant.paidOn'),
  ]
  const issued = [...book.workspace.tables.invoices.values()]
    .filter(({ status, issuedOn }) => status !== 'draft' && issuedOn >= from && issuedOn <= to)
    .toSorted(by(({ series, year, number }) => `${series} ${year} ${String(number).padStart(9, '0')}`))
  return [head, ...issued.flatMap((invoice) => linesOf(t, book, invoice))]
}

function linesOf(t: Translator, book: Book, invoice: Invoice): TableCell[][] {
  const { invoices, payments, clients } = book.workspace.tables
  const client = clientOn(book, invoice)
  const corrected = invoice.credits === null ? undefined : invoices.get(invoice.credits)
  const isVoid = invoice.status === 'void'
  const kind = isVoid
    ? t('billing.accountant.void')
    : invoice.type === 'creditNote'
      ? t('billing.accountant.credit')
      : t('billing.accountant.invoice')
  const about: TableCell[] = [
    numberText(invoice),
    kind,
    invoice.issuedOn,
    invoice.type === 'creditNote' ? '' : invoice.dueOn,
    client?.name ?? clients.get(invoice.clientId)?.name ?? '',
    client ? vatNumberOf(client) : '',
    client?.taxCode ?? '',
    client?.country ?? '',
    corrected ? numberText(corrected) : '',
    invoice.currency,
  ]
  if (isVoid) return [[...about, ...Array.from({ length: 13 }, () => '')]]
  const money = (amount: number): number => moneyCell(amount, invoice.currency)
  const totals = invoiceTotals(invoice)
  const own = [...payments.values()].filter(({ invoiceId }) => invoiceId === invoice.id)
  const lastPaid = own.reduce((last, { on }) => (on > last ? on : last), '')
  return totals.groups.map(({ vat, lines, pensionFund, taxable, amount }, index) => [
    ...about,
    vat.basisPoints / 100,
    vat.reason,
    ...[lines, pensionFund, taxable, amount].map(money),
    ...(index === 0
      ? [
          ...[totals.stampDuty, totals.dutyBorne, totals.total, totals.withholding, totals.toPay].map(money),
          money(own.reduce((sum, payment) => sum + payment.amount, 0)),
          lastPaid,
        ]
      : ['', '', '', '', '', '', '']),
  ])
}
