import { creditsOn } from '../domain/billing/credit.ts'
import { numberText } from '../domain/billing/numbers.ts'
import { partiesOf } from '../domain/billing/parties.ts'
import { standingOfInvoice } from '../domain/billing/status.ts'
import { invoiceTotals } from '../domain/billing/totals.ts'
import type { Book } from '../domain/book.ts'
import type { Day } from '../kernel/day.ts'
import type { Invoice } from '../model/invoice.ts'
import { formatter } from './format.ts'
import { theDay } from './the-day.ts'
import { translator } from './languages.ts'

/** A reminder as paragraphs, in the language of the invoice. The first is its subject. */
export interface ReminderText {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

/** Asks for what is left of an invoice, in friendly words; the user sends it (domain.md, Billing). */
export function reminderText(book: Book, invoice: Invoice, today: Day): ReminderText {
  const [t, format] = [translator(invoice.language), formatter(invoice.language)]
  const { due, paid, left } = standingOfInvoice(book.workspace, invoice, today)
  const { toPay } = invoiceTotals(invoice)
  const { clients, invoices } = book.workspace.tables
  const credits = creditsOn(invoices.values(), invoice).filter(({ status }) => status === 'issued')
  const contact = clients.get(invoice.clientId)?.contacts[0]?.name ?? ''
  const issuer = partiesOf(book, invoice)?.issuer
  const iban = issuer?.iban ?? ''
  const money = (amount: number): string => format.money(amount, invoice.currency, 'always')
  const number = numberText(invoice)
  const told = {
    number,
    day: format.day(invoice.issuedOn, 'long'),
    total: money(toPay),
    due: theDay(format, invoice.dueOn, 'long'),
  }
  return {
    subject: t('billing.invoice.reminder.subject', told),
    paragraphs: [
      contact === '' ? t('billing.invoice.reminder.helloAll') : t('billing.invoice.reminder.hello', { name: contact }),
      [
        invoice.dueOn < today ? t('billing.invoice.reminder.due', told) : t('billing.invoice.reminder.dueSoon', told),
        credits.length > 0
          ? t('billing.invoice.reminder.credited', {
              credits: format.list(credits.map(numberText)),
              by: money(toPay - due),
            })
          : '',
        paid > 0 ? t('billing.invoice.reminder.partPaid', { paid: money(paid) }) : '',
        left === toPay ? '' : t('billing.invoice.reminder.left', { left: money(left) }),
      ]
        .filter(Boolean)
        .join(' '),
      iban === ''
        ? t('billing.invoice.reminder.noIban', { number })
        : t('billing.invoice.reminder.iban', { iban, number }),
      t('billing.invoice.reminder.sent'),
      [t('billing.invoice.reminder.regards'), issuer?.name ?? ''].filter(Boolean).join('\n'),
    ],
  }
}
