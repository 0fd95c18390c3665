import { numberText } from '../domain/billing/numbers.ts'
import { zeroRateOf, type ZeroRate } from '../domain/billing/natures.ts'
import { partiesOf, vatCodeOf } from '../domain/billing/parties.ts'
import { standingOfInvoice } from '../domain/billing/status.ts'
import { invoiceTotals, type InvoiceTotals } from '../domain/billing/totals.ts'
import { preferencesOf, type Book } from '../domain/book.ts'
import { formatter, type Format } from '../i18n/format.ts'
import { reminderText } from '../i18n/reminder-text.ts'
import { translator } from '../i18n/languages.ts'
import type { Translator } from '../i18n/translator.ts'
import type { Day } from '../kernel/day.ts'
import { defined } from '../kernel/defined.ts'
import type { Invoice } from '../model/invoice.ts'
import type { Party } from '../model/party.ts'
import type { Block, Paper, PaperSum } from './paper.ts'

/**
 * An issued invoice, a credit note or a draft as its client reads it, in the client's language. null while the user
 * has not said who they are: nobody can be asked to pay nobody.
 */
export function invoicePaper(book: Book, invoice: Invoice): Paper | null {
  const parties = partiesOf(book, invoice)
  if (!parties) return null
  const [t, format] = [translator(invoice.language), formatter(invoice.language)]
  const number = numberText(invoice)
  const title = titleOf(t, invoice, number)
  const isVoid = invoice.status === 'void'
  const corrected = invoice.credits === null ? undefined : book.workspace.tables.invoices.get(invoice.credits)
  const facts: [string, string][] = [[t('billing.paper.issuedOn'), format.day(invoice.issuedOn, 'long')]]
  if (invoice.type === 'invoice' && !isVoid) facts.push([t('billing.paper.dueOn'), format.day(invoice.dueOn, 'long')])
  if (corrected) facts.push([t('billing.paper.corrects'), numberText(corrected)])
  const { issuer, client } = parties
  return {
    language: invoice.language,
    title,
    name: [title, client.name].join(' '),
    ...signOf(book),
    from: addressOf(t, issuer),
    to: addressOf(t, client),
    facts,
    blocks: [
      ...(isVoid ? [{ kind: 'note' as const, text: t('billing.paper.isVoid') }] : []),
      linesTable(t, format, invoice),
      { kind: 'sums', rows: sumsOf(t, format, invoice) },
      ...(isVoid ? [] : closing(t, invoice, parties, number)),
    ],
  }
}

/** A reminder as a letter, with what is asked for in a table. */
export function reminderPaper(book: Book, invoice: Invoice, today: Day): Paper | null {
  const parties = partiesOf(book, invoice)
  if (!parties) return null
  const [t, format] = [translator(invoice.language), formatter(invoice.language)]
  const { subject, paragraphs } = reminderText(book, invoice, today)
  const { due, paid, left } = standingOfInvoice(book.workspace, invoice, today)
  const { toPay } = invoiceTotals(invoice)
  const money = (amount: number): string => format.money(amount, invoice.currency, 'always')
  const [last, ...others] = paragraphs.toReversed()
  const text = (words: string): Block => ({ kind: 'text', text: words })
  const sums: PaperSum[] = [
    { label: t('billing.paper.toPay'), figure: money(toPay) },
    ...(due === toPay ? [] : [{ label: t('billing.paper.credited'), figure: money(due - toPay) }]),
    ...(paid === 0 ? [] : [{ label: t('billing.paper.paid'), figure: money(0 - paid) }]),
    { label: t('billing.paper.left'), figure: money(left), isStrong: true },
  ]
  const title = t('billing.paper.reminder')
  return {
    language: invoice.language,
    title,
    name: [title, numberText(invoice), parties.client.name].join(' '),
    ...signOf(book),
    from: addressOf(t, parties.issuer),
    to: addressOf(t, parties.client),
    facts: [[t('billing.paper.day'), format.day(today, 'long')]],
    blocks: [
      { kind: 'heading', text: subject },
      ...others.toReversed().map(text),
      { kind: 'sums', rows: sums },
      ...(last === undefined ? [] : [text(last)]),
    ],
  }
}

function titleOf(t: Translator, { type, status }: Invoice, number: string): string {
  const told = { number }
  if (number === '') return type === 'creditNote' ? t('billing.paper.draftCredit') : t('billing.paper.draft')
  const title = type === 'creditNote' ? t('billing.paper.credit', told) : t('billing.paper.invoice', told)
  return status === 'void' ? t('billing.paper.void', { title }) : title
}

/** The user's own sign, as it is now: it is how a document looks, and nothing that it says. */
export const signOf = (book: Book): Pick<Paper, 'logo'> =>
  defined({ logo: preferencesOf(book.workspace).logo ?? undefined })

/** Name, street, place, numbers; what has not been said is left out. */
export function addressOf(t: Translator, party: Party): string[] {
  const province = party.province === '' ? '' : `(${party.province})`
  return [
    party.name,
    party.street,
    [party.postalCode, party.city, province].filter(Boolean).join(' '),
    countryName(t, party.country),
    party.vatId === '' ? '' : `${t('billing.paper.vatId')} ${vatCodeOf(party)}`,
    party.taxCode === '' || party.taxCode === party.vatId ? '' : `${t('billing.paper.taxCode')} ${party.taxCode}`,
  ].filter(Boolean)
}

function countryName(t: Translator, country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  return new Intl.DisplayNames(t('billing.paper.locale'), { type: 'region' }).of(country) ?? country
}

function linesTable(t: Translator, format: Format, { lines, currency }: Invoice): Block {
  return {
    kind: 'table',
    columns: [
      { label: t('billing.paper.what') },
      { label: t('billing.paper.quantity'), isFigure: true },
      { label: t('billing.paper.price'), isFigure: true },
      { label: t('billing.paper.vat'), isFigure: true },
      { label: t('billing.paper.amount'), isFigure: true },
    ],
    rows: lines.map(({ text, quantity, unit, unitPrice, vat, amount }) => [
      text,
      unit === 'hour' ? `${format.exactHours(quantity)} h` : format.number(quantity),
      format.amount(unitPrice, currency),
      vat.basisPoints === 0 && vat.reason !== '' ? vat.reason : format.exactPercent(vat.basisPoints),
      format.amount(amount, currency),
    ]),
  }
}

function sumsOf(t: Translator, format: Format, invoice: Invoice): PaperSum[] {
  const totals = invoiceTotals(invoice)
  const { tax, currency } = invoice
  const money = (amount: number): string => format.money(amount, currency, 'always')
  const row = (label: string, amount: number, isStrong = false): PaperSum => ({
    label,
    figure: money(amount),
    ...(isStrong ? { isStrong } : {}),
  })
  const when = (is: boolean, made: () => PaperSum): PaperSum[] => (is ? [made()] : [])
  const share = (basisPoints: number): { share: string } => ({ share: format.exactPercent(basisPoints) })
  return [
    row(t('billing.paper.net'), totals.net),
    ...when(totals.pensionFund !== 0, () =>
      row(t('billing.paper.pensionFund', share(tax.pensionFundBasisPoints)), totals.pensionFund),
    ),
    ...vatRows(t, format, totals, money),
    ...when(totals.stampDuty !== 0, () => row(t('billing.paper.stampDuty'), totals.stampDuty)),
    row(t('billing.paper.total'), totals.total, true),
    ...when(totals.withholding !== 0, () =>
      row(t('billing.paper.withholding', share(tax.withholdingBasisPoints)), 0 - totals.withholding),
    ),
    ...when(totals.withholding !== 0, () => row(t('billing.paper.toPay'), totals.toPay, true)),
  ]
}

const vatRows = (t: Translator, format: Format, { groups }: InvoiceTotals, money: (amount: number) => string) =>
  groups.map(({ vat, taxable, amount }): PaperSum => {
    const told = { share: format.exactPercent(vat.basisPoints), taxable: money(taxable), reason: vat.reason }
    const noVat = vat.reason === '' ? t('billing.paper.noVatPlain', told) : t('billing.paper.noVat', told)
    return { label: vat.basisPoints === 0 ? noVat : t('billing.paper.vatOn', told), figure: money(amount) }
  })

type Parties = NonNullable<Invoice['parties']>

function closing(t: Translator, invoice: Invoice, parties: Parties, number: string): Block[] {
  const { iban } = parties.issuer
  const text = (words: string): Block[] => (words === '' ? [] : [{ kind: 'text', text: words }])
  const pays = invoice.type === 'invoice' && iban !== ''
  const { dutyBorne, stampDuty } = invoiceTotals(invoice)
  return [
    ...text(pays ? payTo(t, iban, number) : ''),
    ...zeroRates(t, invoice, parties),
    ...text(dutyBorne > 0 || stampDuty > 0 ? t('billing.paper.dutyPaid') : ''),
    ...text(invoice.note),
  ]
}

/** A draft has no number to quote yet. */
const payTo = (t: Translator, iban: string, number: string): string =>
  number === '' ? t('billing.paper.payToDraft', { iban }) : t('billing.paper.payTo', { iban, number })

/** Why there is no VAT, with the law that says so: a client cannot know what a code stands for. */
function zeroRates(t: Translator, invoice: Invoice, { issuer, client }: Parties): Block[] {
  const reasons = invoiceTotals(invoice).groups.flatMap(({ vat }) => (vat.basisPoints === 0 ? [vat.reason] : []))
  const said = reasons.flatMap((reason) => {
    const rate = zeroRateOf(reason, issuer, client)
    return rate ? [`${reason}: ${zeroRateText(t, rate)}`] : []
  })
  return said.length === 0 ? [] : [{ kind: 'text', text: said.join('\n') }]
}

function zeroRateText(t: Translator, { kind, law }: ZeroRate): string {
  const texts: Readonly<Record<ZeroRate['kind'], string>> = {
    excluded: t('billing.paper.zeroRate.excluded', { law }),
    flat: t('billing.paper.zeroRate.flat', { law }),
    notTaxable: t('billing.paper.zeroRate.notTaxable', { law }),
    exempt: t('billing.paper.zeroRate.exempt', { law }),
    reverse: t('billing.paper.zeroRate.reverse', { law }),
    margin: t('billing.paper.zeroRate.margin', { law }),
    elsewhere: t('billing.paper.zeroRate.elsewhere', { law }),
  }
  return texts[kind]
}
