import { z } from 'zod'
import { textSchema } from './quantities.ts'

const said = textSchema.default('')

/** Who an invoice is from or to, as the law knows them. Empty is what has not been said yet. */
export const partySchema = z.looseObject({
  /** Of the business; a client's is the one that it is called by, where it has no other. */
  name: said,
  street: said,
  postalCode: said,
  city: said,
  /** Two letters, where addresses have one (in Italy). */
  province: said,
  /** ISO 3166, two letters. */
  country: said,
  /** Without the country's letters before it. */
  vatId: said,
  /** Italy's *codice fiscale*. */
  taxCode: said,
  email: said,
  /** Where an e-invoice is delivered: Italy's seven-letter *codice destinatario*. */
  recipientCode: said,
  /** *PEC*, in its place. */
  certifiedMail: said,
})
export type Party = z.infer<typeof partySchema>

/** The user, as on their own invoices, with what e-invoices ask for: codes of the FatturaPA lists. */
export const issuerSchema = partySchema.extend({
  iban: said,
  /** *Regime fiscale*: RF01 ordinario, RF19 forfettario. */
  regime: said,
  /** *Tipo cassa*: TC22 is INPS. */
  pensionFund: said,
})
export type Issuer = z.infer<typeof issuerSchema>
