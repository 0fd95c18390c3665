import { creditFor } from '#shared/domain/billing/credit.ts'
import { partyOfClient } from '#shared/domain/billing/parties.ts'
import { regimesOf } from '#shared/domain/billing/regimes.ts'
import { fatturaPa } from '#shared/formats/einvoice/fattura-pa.ts'
import { fatturaLacks, ublLacks } from '#shared/formats/einvoice/lacks.ts'
import type { EInvoice } from '#shared/formats/einvoice/source.ts'
import { ublInvoice } from '#shared/formats/einvoice/ubl.ts'
import { day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { preferencesOf } from '#shared/domain/book.ts'
import { sampleBook } from '#tests/support/sample-book.ts'

let made: ReadonlyMap<string, EInvoice> | null = null

/** Every kind of e-invoice there is, from the sample workspace of a fixed day: by name, what it is made of. Made once. */
export const eInvoices = (): ReadonlyMap<string, EInvoice> => (made ??= makeEInvoices())

function makeEInvoices(): Map<string, EInvoice> {
  const { book } = sampleBook(day('2026-10-18'), '2026-10-18T10:00:00Z' as Instant, 'Europe/Rome' as Zone)
  const { invoices, clients } = book.workspace.tables
  const { issuer } = preferencesOf(book.workspace).billing
  const last = (client: string): EInvoice => {
    const found = [...invoices.values()].findLast(({ clientId }) => clients.get(clientId)?.name === client)
    const of = found && clients.get(found.clientId)
    if (!found || !of) throw new Error(`the sample has no invoice for ${client}`)
    return { invoice: found, issuer, client: partyOfClient(of), corrected: null }
  }
  const taxed = (source: EInvoice, tax: Invoice['tax'], more: Partial<EInvoice['issuer']> = {}): EInvoice => ({
    ...source,
    issuer: { ...issuer, ...more },
    invoice: {
      ...source.invoice,
      tax,
      lines: source.invoice.lines.map((line) => ({ ...line, vat: tax.vat })),
    },
  })
  const aperta = last('Studio Aperta')
  const { ordinario, forfettario } = regimesOf('IT')
  if (!ordinario || !forfettario) throw new Error('a regime is missing')
  return new Map([
    ['ordinary', taxed(aperta, { ...ordinario.tax, withholdingBasisPoints: 0 })],
    ['forfettario', taxed(aperta, forfettario.tax, { regime: 'RF19' })],
    ['foreign-client', last('Obel Robotics')],
    ['outside-the-union', last('Nordlys Foods')],
    ['credit-note', credited(aperta)],
    ['withholding-and-fund', last('Pineta Hotels')],
    ['stamp-duty', last('Halden & Reyes')],
    ['signs-and-accents', last('Quartieri Legal')],
  ])
}

/** A part of the invoice is taken back. */
function credited(source: EInvoice): EInvoice {
  const { invoice } = source
  let made = 0
  const newId = (): Id => `00000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as Id
  const credit = creditFor(invoice, [], null, false, newId)
  if (!credit.ok) throw new Error(credit.refusal.code)
  const { lines, tax, left } = credit.value
  const note: Invoice = {
    ...invoice,
    id: newId(),
    type: 'creditNote',
    number: (invoice.number ?? 0) + 1,
    credits: invoice.id,
    lines: [...lines],
    tax,
    left: [...left],
  }
  return { ...source, invoice: note, corrected: invoice }
}

/** The files, by name. */
export function eInvoiceFiles(): Map<string, string> {
  const files = new Map<string, string>()
  for (const [name, source] of eInvoices()) {
    const lacks = [...fatturaLacks(source), ...ublLacks(source)]
    if (lacks.length > 0) throw new Error(`${name} lacks ${lacks.join(', ')}`)
    files.set(`fatturapa/${name}.xml`, fatturaPa(source))
    files.set(`ubl/${name}.xml`, ublInvoice(source))
  }
  return files
}
