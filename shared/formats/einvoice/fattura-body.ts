import { natureOf, zeroRateOf } from '../../domain/billing/natures.ts'
import { numberText } from '../../domain/billing/numbers.ts'
import type { InvoiceLine, Vat } from '../../model/invoice.ts'
import type { EInvoice, Figures } from './source.ts'
import { amountText, hoursText, latin1, percentText, type Element } from './xml.ts'

/** Stamp duty that is charged is paid in the client's name: outside the tax (DPR 633/1972, art. 15). */
const DUTY: Vat = { basisPoints: 0, reason: 'N1' }

/** The body of a FatturaPA, its elements in the order of the schema. */
export function fatturaBody(source: EInvoice, figures: Figures): Element {
  const { invoice, corrected } = source
  return {
    DatiGenerali: {
      DatiGeneraliDocumento: {
        TipoDocumento: invoice.type === 'creditNote' ? 'TD04' : 'TD01',
        Divisa: invoice.currency,
        Data: invoice.issuedOn,
        Numero: figures.number,
        DatiRitenuta: withholding(source, figures),
        DatiBollo: duty(source, figures),
        DatiCassaPrevidenziale: pensionFund(source, figures),
        ImportoTotaleDocumento: amountText(figures.total),
        Causale: pieces(latin1(invoice.note, Infinity), 200),
      },
      DatiFattureCollegate: corrected ? { IdDocumento: numberText(corrected), Data: corrected.issuedOn } : undefined,
    },
    DatiBeniServizi: { DettaglioLinee: lines(source, figures), DatiRiepilogo: summary(source, figures) },
    DatiPagamento: invoice.type === 'creditNote' ? undefined : payment(source, figures),
  }
}

/** A text that is longer than an element takes, in as many of them. */
const pieces = (text: string, most: number): string[] =>
  Array.from({ length: Math.ceil(text.length / most) }, (_, index) => text.slice(index * most, (index + 1) * most))

function withholding({ invoice }: EInvoice, figures: Figures): Element | undefined {
  if (figures.withholding === 0) return undefined
  return {
    // Of a natural person, for work on their own account: causale A.
    TipoRitenuta: 'RT01',
    ImportoRitenuta: amountText(figures.withholding),
    AliquotaRitenuta: percentText(invoice.tax.withholdingBasisPoints),
    CausalePagamento: 'A',
  }
}

/** What the document itself owes: the duty of its invoice that a credit note gives back is a line of it alone. */
function duty({ invoice: { type } }: EInvoice, { stampDuty, dutyBorne }: Figures): Element | undefined {
  const amount = type === 'creditNote' || stampDuty === 0 ? dutyBorne : stampDuty
  return amount === 0 ? undefined : { BolloVirtuale: 'SI', ImportoBollo: amountText(amount) }
}

function pensionFund(
  { invoice: { tax }, issuer }: EInvoice,
  { groups, withholding: withheld }: Figures,
): Element[] | undefined {
  const charged = groups.filter((group) => group.pensionFund !== 0)
  if (charged.length === 0) return undefined
  return charged.map(({ vat, lines: base, pensionFund: amount }) => ({
    TipoCassa: /^TC\d\d$/.test(issuer.pensionFund) ? issuer.pensionFund : 'TC22',
    AlCassa: percentText(tax.pensionFundBasisPoints),
    ImportoContributoCassa: amountText(amount),
    ImponibileCassa: amountText(base),
    AliquotaIVA: percentText(vat.basisPoints),
    Ritenuta: tax.withholdsOnPensionFund && withheld !== 0 ? 'SI' : undefined,
    Natura: nature(vat),
  }))
}

function lines({ invoice }: EInvoice, { lines: all, withholding: withheld, stampDuty }: Figures): Element[] {
  const isWithheld = withheld !== 0 ? 'SI' : undefined
  const written = all.map((line, index) => ({
    NumeroLinea: String(index + 1),
    Descrizione: latin1(line.text, 1000) || '-',
    ...price(line),
    PrezzoTotale: amountText(line.amount),
    AliquotaIVA: percentText(line.vat.basisPoints),
    Ritenuta: isWithheld,
    Natura: nature(line.vat),
  }))
  if (stampDuty === 0) return written
  const text = invoice.language === 'it' ? 'Imposta di bollo' : 'Stamp duty (imposta di bollo)'
  return [
    ...written,
    {
      NumeroLinea: String(written.length + 1),
      Descrizione: text,
      PrezzoUnitario: amountText(stampDuty),
      PrezzoTotale: amountText(stampDuty),
      AliquotaIVA: percentText(0),
      Natura: nature(DUTY),
    },
  ]
}

/** Quantities are never negative in the schema: what is below zero is one price. */
function price({ quantity, unit, unitPrice, amount }: InvoiceLine): Element {
  if (quantity <= 0) return { PrezzoUnitario: amountText(amount) }
  return {
    Quantita: unit === 'hour' ? hoursText(quantity) : `${quantity}.00`,
    UnitaMisura: unit === 'hour' ? 'ore' : undefined,
    PrezzoUnitario: amountText(unitPrice),
  }
}

/** By rate and nature, the stamp duty with what else is outside the tax. */
function summary({ issuer, client }: EInvoice, { groups, stampDuty }: Figures): Element[] {
  const rows = groups.map(({ vat, taxable, amount }) => ({ vat, base: Number(taxable), tax: Number(amount) }))
  if (stampDuty !== 0) rows.push({ vat: DUTY, base: Number(stampDuty), tax: 0 })
  const all = new Map<string, { vat: Vat; base: number; tax: number; laws: Set<string> }>()
  for (const { vat, base, tax } of rows) {
    const key = `${vat.basisPoints} ${nature(vat)}`
    const row = all.get(key) ?? { vat, base: 0, tax: 0, laws: new Set<string>() }
    row.laws.add(zeroRateOf(vat.reason, issuer, client)?.law ?? vat.reason)
    all.set(key, { ...row, base: row.base + base, tax: row.tax + tax })
  }
  return [...all.values()].map(({ vat, base, tax, laws }) => ({
    AliquotaIVA: percentText(vat.basisPoints),
    Natura: nature(vat),
    ImponibileImporto: amountText(base),
    Imposta: amountText(tax),
    EsigibilitaIVA: vat.basisPoints === 0 ? undefined : 'I',
    RiferimentoNormativo: vat.basisPoints === 0 ? latin1([...laws].join('; '), 100) || undefined : undefined,
  }))
}

/** The reason of a zero rate as one of the list: `fatturaLacks` asks for it, and it is never guessed. */
function nature({ basisPoints, reason }: Vat): string | undefined {
  if (basisPoints !== 0) return undefined
  return natureOf(reason) ?? undefined
}

function payment({ invoice, issuer }: EInvoice, { toPay }: Figures): Element {
  const iban = issuer.iban.replaceAll(/\s/g, '').toUpperCase()
  return {
    CondizioniPagamento: 'TP02',
    DettaglioPagamento: {
      ModalitaPagamento: 'MP05',
      DataScadenzaPagamento: invoice.dueOn,
      ImportoPagamento: amountText(toPay),
      IBAN: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) ? iban : undefined,
    },
  }
}
