import { describe, expect, test } from 'vitest'
import { fatturaPa } from '#shared/formats/einvoice/fattura-pa.ts'
import { nobody } from '#shared/domain/billing/parties.ts'
import { fatturaLacks, issueLacks, ublLacks } from '#shared/formats/einvoice/lacks.ts'
import type { EInvoice } from '#shared/formats/einvoice/source.ts'
import { ublInvoice } from '#shared/formats/einvoice/ubl.ts'
import { amountText, hoursText, latin1 } from '#shared/formats/einvoice/xml.ts'
import { minor } from '#shared/kernel/units.ts'
import { eInvoiceFiles, eInvoices } from '#tests/einvoice/set.ts'
import { broken } from '#tests/support/en16931.ts'
import { creditOf, forfettario, invoiceOf, lineOf, vat } from '#tests/support/invoices.ts'

const files = eInvoiceFiles()
const kinds = [...eInvoices().keys()]
const file = (format: string, kind: string): string => files.get(`${format}/${kind}.xml`) ?? ''

/** The texts of an element, wherever it is. */
const all = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text)
const cents = (text: string | undefined): number => Math.round(Number(text) * 100)
const sum = (texts: readonly string[]): number => texts.reduce((total, text) => total + cents(text), 0)
const inside = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text = '']) => text)

describe.each(kinds)('%s as FatturaPA', (kind) => {
  const xml = file('fatturapa', kind)

  test('its parts add up to its total, by rate and nature', () => {
    const bases = sum(all(xml, 'ImponibileImporto'))
    expect(sum(all(xml, 'PrezzoTotale')) + sum(all(xml, 'ImportoContributoCassa'))).toBe(bases)
    expect(bases + sum(all(xml, 'Imposta'))).toBe(sum(all(xml, 'ImportoTotaleDocumento')))
    for (const part of inside(xml, 'DatiRiepilogo')) {
      const rate = Number(all(part, 'AliquotaIVA')[0])
      expect(cents(all(part, 'Imposta')[0])).toBe(Math.round((cents(all(part, 'ImponibileImporto')[0]) * rate) / 100))
      expect(all(part, 'Natura')).toHaveLength(rate === 0 ? 1 : 0)
    }
  })

  test('a line is its quantity times its price', () => {
    for (const line of inside(xml, 'DettaglioLinee')) {
      const quantity = Number(all(line, 'Quantita')[0] ?? '1')
      const price = cents(all(line, 'PrezzoUnitario')[0])
      expect(Math.abs(quantity * price - cents(all(line, 'PrezzoTotale')[0]))).toBeLessThan(1)
    }
  })

  test('all of it can be written in Latin-1', () => expect(/^[\u0000-\u00FF]*$/.test(xml)).toBe(true))
})

describe.each(kinds)('%s as EN 16931', (kind) => {
  const xml = file('ubl', kind)
  const one = (name: string): number => cents(all(xml, name)[0] ?? '0')

  test('keeps the rules of its totals (BR-CO-10 to 16)', () => {
    const [totals = ''] = inside(xml, 'cac:LegalMonetaryTotal')
    const charges = cents(all(totals, 'cbc:ChargeTotalAmount')[0] ?? '0')
    const lines = [...xml.matchAll(/<cac:(?:Invoice|CreditNote)Line>[\s\S]*?<cbc:LineExtensionAmount[^>]*>([^<]*)</g)]
    expect(sum(lines.map(([, text = '']) => text))).toBe(cents(all(totals, 'cbc:LineExtensionAmount')[0]))
    expect(sum(inside(xml, 'cac:AllowanceCharge').map((part) => all(part, 'cbc:Amount')[0] ?? ''))).toBe(charges)
    expect(cents(all(totals, 'cbc:LineExtensionAmount')[0]) + charges).toBe(one('cbc:TaxExclusiveAmount'))
    const [tax = ''] = inside(xml, 'cac:TaxTotal')
    expect(one('cbc:TaxExclusiveAmount') + cents(all(tax, 'cbc:TaxAmount')[0])).toBe(one('cbc:TaxInclusiveAmount'))
    expect(one('cbc:PayableAmount')).toBe(one('cbc:TaxInclusiveAmount'))
  })

  test('keeps every business rule', () => expect(broken(xml)).toEqual([]))

  test('has one breakdown a category and rate, which add up, with a reason where nothing is taxed', () => {
    const parts = inside(xml, 'cac:TaxSubtotal')
    const keys = parts.map((part) => `${all(part, 'cbc:ID')[0]} ${all(part, 'cbc:Percent')[0]}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(sum(parts.map((part) => all(part, 'cbc:TaxableAmount')[0] ?? ''))).toBe(one('cbc:TaxExclusiveAmount'))
    for (const part of parts)
      expect(all(part, 'cbc:TaxExemptionReason')).toHaveLength(all(part, 'cbc:ID')[0] === 'S' ? 0 : 1)
  })
})

test('each kind has what it is there for', () => {
  expect(all(file('fatturapa', 'forfettario'), 'RegimeFiscale')).toEqual(['RF19'])
  expect(all(file('fatturapa', 'foreign-client'), 'CodiceDestinatario')).toEqual(['XXXXXXX'])
  expect(all(file('fatturapa', 'credit-note'), 'TipoDocumento')).toEqual(['TD04'])
  expect(all(file('fatturapa', 'credit-note'), 'IdDocumento')).toHaveLength(1)
  expect(all(file('fatturapa', 'withholding-and-fund'), 'TipoCassa')).toEqual(['TC22'])
  expect(all(file('fatturapa', 'withholding-and-fund'), 'TipoRitenuta')).toEqual(['RT01'])
  expect(all(file('fatturapa', 'stamp-duty'), 'ImportoBollo')).toEqual(['2.00'])
  expect(file('fatturapa', 'signs-and-accents')).toContain('Quartieri &amp; Associati, Società tra Avvocati')
  expect(file('fatturapa', 'signs-and-accents')).toContain('Via Nicolò Paganini 9')
  // Outside the scope neither side has a VAT number (BR-O-02); within the union the client owes the tax.
  expect(file('ubl', 'outside-the-union')).not.toContain('PartyTaxScheme')
  expect(file('ubl', 'foreign-client')).toContain('Reverse charge')
})

test('what is missing is named, and not written around', () => {
  const [source] = eInvoices().values()
  if (!source) throw new Error('no e-invoice')
  const { issuer, client, invoice } = source
  const bare = { ...source, issuer: { ...issuer, vatId: '', regime: '' }, client: { ...client, street: '' } }
  expect(fatturaLacks(bare)).toEqual(['ownVatId', 'ownRegime', 'clientAddress'])
  expect(ublLacks(bare)).toEqual(['ownVatId'])
  for (const lacks of [fatturaLacks, ublLacks])
    expect(lacks({ ...source, invoice: { ...invoice, number: null } })).toEqual(['number'])
  // A tax code from abroad has no place in a FatturaPA.
  const abroad = { ...client, country: 'DE', vatId: '', taxCode: '12/345' }
  expect(fatturaLacks({ ...source, client: abroad })).toEqual(['clientId'])
  // What is asked for is what is written: a code that the format has no place for is none.
  for (const taxCode of ['ab', '0123456789', 'RSSMRA80A01H501UX', 'rss mra 80a01 h501u', '12345670017']) {
    const told = { ...source, client: { ...client, country: 'IT', vatId: '', taxCode } }
    const [party = ''] = inside(fatturaPa(told), 'CessionarioCommittente')
    expect(all(party, 'CodiceFiscale')).toHaveLength(fatturaLacks(told).includes('clientId') ? 0 : 1)
    expect(fatturaLacks(told)).toHaveLength(taxCode.length < 11 || taxCode.endsWith('UX') ? 1 : 0)
  }
  expect(ublLacks({ ...source, invoice: { ...invoice, currency: 'KWD' } })).toEqual(['decimals'])
})

test('what an invoice has to say is asked for before it is issued: by the rules of where the user is', () => {
  const [source] = eInvoices().values()
  if (!source) throw new Error('no e-invoice')
  const { issuer, client } = source
  const draft = { ...source, invoice: { ...source.invoice, number: null } }
  const reached = { ...client, recipientCode: 'ABCDEF1' }
  expect(issueLacks({ ...draft, client: reached })).toEqual([])
  expect(issueLacks({ ...draft, client: { ...client, recipientCode: '', certifiedMail: '' } })).toEqual([
    'clientRecipient',
  ])
  expect(issueLacks({ ...draft, client: { ...nobody, name: 'Acme' } })).toEqual(['clientId', 'clientAddress'])
  const german = { ...issuer, country: 'DE', regime: '' }
  expect(issueLacks({ ...draft, issuer: german, client: { ...nobody, name: 'Acme' } })).toEqual(['clientAddress'])
  expect(issueLacks({ ...draft, issuer: { ...german, vatId: '', taxCode: '' }, client: reached })).toEqual(['ownVatId'])
  const american = { ...issuer, country: 'US', vatId: '', taxCode: '', regime: '' }
  expect(issueLacks({ ...draft, issuer: american, client: reached })).toEqual([])
})

describe('what the sample has not', () => {
  const source = (more: Partial<EInvoice> = {}): EInvoice => {
    const ordinary = eInvoices().get('ordinary')
    if (!ordinary) throw new Error('no e-invoice')
    return { ...ordinary, ...more }
  }
  const { invoice, issuer, client } = source()

  test('a VAT number may be written with its country or without: it is told once', () => {
    const told = source({
      issuer: { ...issuer, vatId: 'IT 12345670017' },
      client: { ...client, vatId: 'it01234567897' },
    })
    expect(fatturaPa(told)).toBe(fatturaPa(source()))
    expect(ublInvoice(told)).toBe(ublInvoice(source()))
    const greek = source({ client: { ...client, country: 'GR', vatId: '123456783' } })
    expect(all(ublInvoice(greek), 'cbc:CompanyID')).toContain('EL123456783')
  })

  test('amounts have the decimals of their currency', () => {
    const yen = {
      ...invoice,
      currency: 'JPY',
      lines: [lineOf(150_000, vat(2200))],
      tax: { ...invoice.tax, stampDuty: null },
    }
    const xml = ublInvoice(source({ invoice: yen }))
    expect(all(xml, 'cbc:LineExtensionAmount')).toEqual(['150000', '150000'])
    expect(broken(xml)).toEqual([])
  })

  test('another country, with a VAT number and without', () => {
    const german = { ...issuer, country: 'DE', province: '', regime: '', taxCode: '12/345/67890' }
    const noVat = { ...invoice, lines: [lineOf(50_000, vat(0, '§ 19 UStG'))], tax: { ...invoice.tax, stampDuty: null } }
    const small = source({ issuer: { ...german, vatId: '' }, invoice: noVat })
    expect(ublLacks(small)).toEqual([])
    expect(broken(ublInvoice(small))).toEqual([])
    const plain = { ...noVat, lines: [lineOf(50_000, vat(0))] }
    expect(broken(ublInvoice(source({ issuer: { ...german, vatId: '' }, invoice: plain })))).toEqual([])
    expect(broken(ublInvoice(source({ issuer: german })))).toEqual([])
    expect(ublLacks(source({ issuer: { ...german, vatId: '' } }))).toEqual(['ownVatId'])
  })

  test('why there is no VAT is a code of the list, whatever its case, and never guessed', () => {
    const lacks = (reason: string) =>
      fatturaLacks(source({ invoice: { ...invoice, lines: [lineOf(1000, vat(2200)), lineOf(1000, vat(0, reason))] } }))
    for (const reason of ['', 'N2', 'N6', 'N2.7', 'N3.0', 'N6.0', 'N8', 'art. 10'])
      expect(lacks(reason)).toEqual(['nature'])
    for (const reason of ['N1', 'n2.2', 'N3.6', ' N4 ', 'N6.9', 'n7']) expect(lacks(reason)).toEqual([])
    expect(fatturaLacks(source({ invoice: { ...invoice, lines: [lineOf(1000, vat(2200))] } }))).toEqual([])
    const small = fatturaPa(source({ invoice: { ...invoice, lines: [lineOf(1000, vat(0, 'n2.2'))] } }))
    expect(new Set(all(small, 'Natura'))).toEqual(new Set(['N2.2']))
  })

  test('one nature is one row, which names its law', () => {
    const lines = [lineOf(1000, vat(0, 'N4')), lineOf(500, vat(0, 'n4')), lineOf(700, vat(0, 'N4'))]
    const xml = fatturaPa(
      source({ invoice: { ...invoice, lines, tax: { ...invoice.tax, pensionFundBasisPoints: 0 } } }),
    )
    expect(inside(xml, 'DatiRiepilogo')).toHaveLength(1)
    expect(all(xml, 'ImponibileImporto')).toEqual(['22.00'])
    expect(all(xml, 'RiferimentoNormativo')).toEqual(['art. 10 DPR 633/72'])
    expect(all(file('fatturapa', 'forfettario'), 'RiferimentoNormativo')).toContain('art. 1 c. 54-89 L. 190/14')
  })

  test('a credit note owes the duty of its own amount, not what it gives back', () => {
    const charged = invoiceOf([lineOf(100_000, vat(0, 'N2.2'))], { tax: forfettario })
    const first = creditOf(charged, [], [{ lineId: charged.lines[0]?.id ?? charged.id, amount: minor(95_000) }])
    const last = creditOf(charged, [first])
    const small = { ...issuer, regime: 'RF19' }
    const [of, part, rest] = [charged, first, last].map((each) =>
      fatturaPa(source({ invoice: each, issuer: small, corrected: each === charged ? null : charged })),
    )
    expect([of, part, rest].map((xml = '') => all(xml, 'ImportoBollo'))).toEqual([['2.00'], ['2.00'], []])
    // 50.00, and the 2.00 that the invoice had charged.
    expect(all(rest ?? '', 'ImportoTotaleDocumento')).toEqual(['52.00'])
  })

  test('a note of any length is written whole, in pieces that the format takes', () => {
    const causes = (note: string): string[] => all(fatturaPa(source({ invoice: { ...invoice, note } })), 'Causale')
    const long = `${'x'.repeat(150)} ${'y'.repeat(349)}.`
    expect(causes(long).map(({ length }) => length)).toEqual([200, 200, 101])
    expect(causes(long).join('')).toBe(long)
    expect(causes('z'.repeat(200))).toHaveLength(1)
    expect([causes(''), causes(' \n')]).toEqual([[], []])
  })

  test('stamp duty stands under what it is due for', () => {
    const mixed = invoiceOf([lineOf(50_000, vat(0, 'N3.2')), lineOf(10_000, vat(0, 'N4'))], { tax: forfettario })
    const german = { ...client, country: 'DE', vatId: 'DE123456789' }
    const xml = ublInvoice(source({ invoice: mixed, client: german }))
    expect(inside(xml, 'cac:AllowanceCharge').map((part) => [all(part, 'cbc:Amount'), all(part, 'cbc:ID')])).toEqual([
      [['2.00'], ['E', 'VAT']],
    ])
    const taxable = inside(xml, 'cac:TaxSubtotal').map((part) => [
      all(part, 'cbc:ID')[0],
      all(part, 'cbc:TaxableAmount'),
    ])
    expect(taxable).toEqual([
      ['K', ['500.00']],
      ['E', ['102.00']],
    ])
  })

  test('two series have no number of transmission in common', () => {
    const number = (series: string): string[] =>
      all(fatturaPa(source({ invoice: { ...invoice, series } })), 'ProgressivoInvio')
    expect(number('B')).not.toEqual(number(''))
  })
})

test('a file that breaks a rule is told by its number', () => {
  const xml = file('ubl', 'ordinary')
  const without = (name: string): string => xml.replace(new RegExp(`\\s*<${name}[^>]*>[^<]*</${name}>`), '')
  expect(broken(without('cbc:IssueDate'))).toEqual(['BR-03'])
  expect(broken(without('cbc:DueDate'))).toEqual(['BR-CO-25'])
  expect(broken(without('cbc:RegistrationName'))).toEqual(['BR-06'])
  expect(broken(xml.replace('<cbc:ID>S</cbc:ID>', '<cbc:ID>Z</cbc:ID>'))).toContain('BR-CL-17')
  const [payable = ''] = all(xml, 'cbc:PayableAmount')
  expect(broken(xml.replace(`${payable}</cbc:PayableAmount>`, '1.00</cbc:PayableAmount>'))).toEqual(['BR-CO-16'])
  expect(broken(file('ubl', 'outside-the-union').replace('<cbc:ID>O</cbc:ID>', '<cbc:ID>E</cbc:ID>'))).toContain(
    'BR-O-14',
  )
})

test('amounts and letters', () => {
  expect([0, 5, -5, 12_345].map(amountText)).toEqual(['0.00', '0.05', '-0.05', '123.45'])
  expect([3600, 9000, 1, -5400].map(hoursText)).toEqual(['1.00', '2.50', '0.00027778', '-1.50'])
  expect(latin1('Łódź – “naïve” €5…  漢', 100)).toBe('Lódz - "naïve" EUR5... ?')
  expect(latin1('Œuvre & œuf, Đurđa, Ilgın, Ħal, GROẞ, Straße, ﬁne', 100)).toBe(
    'OEuvre & oeuf, Durda, Ilgin, Hal, GROSS, Straße, fine',
  )
  expect(latin1('abcdef', 3)).toBe('abc')
})
