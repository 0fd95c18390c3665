import { describe, expect, test } from 'vitest'
import { invoicePaper, reminderPaper } from '#shared/documents/invoice-paper.ts'
import { nobody } from '#shared/domain/billing/parties.ts'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made, replaced } from '#shared/model/change.ts'
import { applyToBook } from '#shared/domain/book.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { bookOf, newId } from '#tests/support/books.ts'
import { forfettario, invoiceOf, lineOf, paymentOf, vat } from '#tests/support/invoices.ts'

const issuer = {
  ...nobody,
  name: 'Giulia Serra',
  country: 'IT',
  vatId: '12345670017',
  iban: '',
  regime: 'RF19',
  pensionFund: '',
}
const partiesTo = (country: string): NonNullable<Invoice['parties']> => ({
  issuer,
  client: { ...nobody, name: 'Acme', country, vatId: '123456789' },
})

function texts(book: Book, invoice: Invoice): string[] {
  const paper = invoicePaper(book, invoice)
  return paper?.blocks.flatMap((block) => (block.kind === 'text' ? block.text.split('\n') : [])) ?? []
}

describe('why there is no VAT', () => {
  test('stands in words with its law, in the language of the client', () => {
    const flat = invoiceOf([lineOf(50_000, vat(0, 'N2.2'))], { tax: forfettario, parties: partiesTo('IT') })
    const law = 'art. 1 c. 54-89 L. 190/14'
    expect(texts(bookOf(), flat)).toContain(`N2.2: no VAT is charged, small business scheme (${law}).`)
    expect(texts(bookOf(), { ...flat, language: 'it' })).toContain(
      `N2.2: operazione senza applicazione dell’IVA, regime agevolato (${law}).`,
    )
  })

  test('is the reverse charge for a client within the union, and only there', () => {
    const to = (country: string): string[] =>
      texts(bookOf(), invoiceOf([lineOf(5000, vat(0, 'N2.1'))], { parties: partiesTo(country) }))
    expect(to('DE').join(' ')).toContain('reverse charge, VAT is due from the customer (art. 7-ter DPR 633/72)')
    expect(to('NO').join(' ')).toContain('outside the scope of VAT (art. 7-ter DPR 633/72)')
    expect(to('IT').join(' ')).toContain('outside the scope of VAT (artt. 7-7-septies DPR 633/72)')
  })

  test('says nothing more of a reason in words, nor where there is VAT', () => {
    const lines = [lineOf(5000, vat(0, 'Kleinunternehmer')), lineOf(5000, vat(2200))]
    expect(texts(bookOf(), invoiceOf(lines, { parties: partiesTo('DE') }))).toEqual([])
  })
})

describe('what is to be paid', () => {
  const parties = { ...partiesTo('DE'), issuer: { ...issuer, iban: 'IT60X0542811101000000123456' } }
  const lines = [lineOf(100_000, vat(0, 'x'))]

  test('is asked for by the number, of a draft without one; of a void one not at all', () => {
    const numbered = { year: 2026, number: 7, parties } as const
    expect(texts(bookOf(), invoiceOf(lines, numbered)).join()).toContain('quoting 2026-007.')
    const draft = texts(bookOf(), invoiceOf(lines, { parties, status: 'draft', year: null, number: null }))
    expect(draft).toEqual(['To be paid to IT60X0542811101000000123456.'])
    const paper = invoicePaper(bookOf(), invoiceOf(lines, { ...numbered, status: 'void' }))
    expect(paper?.title).toBe('Invoice 2026-007, void')
    expect(paper?.blocks[0]).toEqual({ kind: 'note', text: 'This document is void: nothing is due by it.' })
    expect(JSON.stringify([paper?.facts, paper?.blocks])).not.toContain('To be paid')
  })

  test('by a reminder is what credit notes and payments leave, less what is withheld; it names both', () => {
    const invoice = invoiceOf(lines, { year: 2026, number: 7, parties })
    const [line] = invoice.lines
    if (!line) throw new Error('no line')
    const back = {
      ...line,
      id: newId(),
      quantity: -1,
      amount: minor(-30_000),
      unitPrice: minor(30_000),
      creditsLineId: line.id,
    }
    const note = invoiceOf([back], {
      type: 'creditNote',
      credits: invoice.id,
      year: 2026,
      number: 8,
      left: invoice.lines,
    })
    const payment = { ...paymentOf(invoice, '2026-03-01', 20_000), on: day('2026-03-01') }
    const book = bookOf(made('invoices', invoice), made('invoices', note), made('payments', payment))
    const paper = reminderPaper(book, invoice, day('2026-04-20'))
    const said = JSON.stringify(paper?.blocks)
    expect(said).toContain('for €800.00 is still open')
    expect(said).toContain(
      'My credit note 2026-008 takes €240.00 off it. I have received €200.00 of it, for which many thanks. €360.00 is left.',
    )
    const sums = paper?.blocks.flatMap((block) => (block.kind === 'sums' ? block.rows.map(({ figure }) => figure) : []))
    expect(sums).toEqual(['€800.00', '−€240.00', '−€200.00', '€360.00'])
  })
})

test('the user’s sign is on an invoice and a reminder, as it is now', () => {
  const book = bookOf()
  const invoice = invoiceOf([lineOf(5000, vat(2200))], { parties: partiesTo('DE') })
  expect(invoicePaper(book, invoice)).not.toHaveProperty('logo')
  const before = preferencesOf(book.workspace)
  const logo = 'data:image/png;base64,AAAA'
  applyToBook(book, [replaced('preferences', before, { ...before, logo })])
  expect(invoicePaper(book, invoice)).toMatchObject({ logo })
  expect(reminderPaper(book, invoice, day('2026-04-01'))).toMatchObject({ logo })
})

test('a VAT number has its country’s letters once', () => {
  const parties = partiesTo('DE')
  const written = { ...parties, client: { ...parties.client, vatId: 'DE 123456789' } }
  const paper = invoicePaper(bookOf(), invoiceOf([lineOf(5000, vat(2200))], { parties: written }))
  expect(paper?.to).toContain('VAT no. DE123456789')
})

test('the hours of a line times its price are its amount: no second of them is cut', () => {
  const line = (quantity: number) => lineOf(10_000, vat(2200), { quantity, unit: 'hour', text: 'Work' })
  const paper = invoicePaper(bookOf(), invoiceOf([line(3659), line(5400)], { parties: partiesTo('DE') }))
  const [rows] = paper?.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : [])) ?? []
  expect(rows).toEqual([
    ['Work', '1:00:59 h', '100.00', '22%', '101.64'],
    ['Work', '1:30 h', '100.00', '22%', '150.00'],
  ])
})
