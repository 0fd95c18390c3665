import { isInUnion, natureOf } from '../../domain/billing/natures.ts'
import { vatNumberOf } from '../../domain/billing/parties.ts'
import type { Vat } from '../../model/invoice.ts'
import type { EInvoice, Figures } from './source.ts'
import { percentText, type Element } from './xml.ts'

/** UNCL 5305, those of EN 16931 that services of one person need. */
export type Code = 'S' | 'E' | 'AE' | 'G' | 'K' | 'O'

export interface Category {
  readonly code: Code
  readonly basisPoints: number
  readonly reason: string
}

export interface Categories {
  readonly of: (vat: Vat) => Category
  /** Stamp duty goes with what it is due for. */
  readonly ofDuty: Category
  /** All of it is outside the scope of VAT. */
  readonly isOutside: boolean
  readonly isWithinUnion: boolean
}

/**
 * Italy's *natura* as a category of the standard. Outside the scope (O) stands alone on an invoice or not at all
 * (BR-O-11): beside another it is told as exempt, with its reason. It is also what those are in who are not registered
 * for VAT and give no reason.
 */
export function categoriesOf({ client, issuer, invoice }: EInvoice, { groups }: Figures): Categories {
  const isAbroad = client.country !== issuer.country
  const isUnion = isInUnion(client.country)
  const isRegistered = vatNumberOf(issuer) !== ''
  const code = ({ basisPoints, reason: said }: Vat): Code => {
    if (basisPoints !== 0) return 'S'
    const reason = natureOf(said) ?? said
    if (reason.startsWith('N6') || (reason === 'N2.1' && isAbroad && isUnion)) return 'AE'
    if (reason === 'N3.1') return 'G'
    if (reason === 'N3.2') return 'K'
    const isOutOfScope = (reason === 'N2.1' && isAbroad) || (reason === '' && !isRegistered)
    return isOutOfScope ? 'O' : 'E'
  }
  const isOutside = groups.length > 0 && groups.every(({ vat }) => code(vat) === 'O')
  const of = (vat: Vat): Category => {
    const found = code(vat)
    return {
      code: found === 'O' && !isOutside ? 'E' : found,
      basisPoints: vat.basisPoints,
      reason: vat.basisPoints === 0 ? reasonText(found, vat.reason) : '',
    }
  }
  const reasons = invoice.tax.stampDuty?.reasons ?? []
  const dutied = groups.find(
    ({ vat }) => vat.basisPoints === 0 && (reasons.length === 0 || reasons.includes(vat.reason)),
  )
  return {
    of,
    ofDuty: of(dutied?.vat ?? { basisPoints: 0, reason: 'N1' }),
    isOutside,
    isWithinUnion: groups.some(({ vat }) => code(vat) === 'K'),
  }
}

function reasonText(code: Code, reason: string): string {
  const words = {
    AE: 'Reverse charge',
    G: 'Export',
    K: 'Intra-Community supply',
    O: 'Not subject to VAT',
    E: 'Exempt',
    S: '',
  }
  return reason === '' ? words[code] : `${words[code]} (${reason})`
}

/** Its reason is told once, in the breakdown. */
export const categoryElement = ({ code, basisPoints, reason }: Category, withReason: boolean): Element => ({
  'cbc:ID': code,
  'cbc:Percent': code === 'O' ? undefined : percentText(basisPoints),
  'cbc:TaxExemptionReason': withReason && reason !== '' ? reason : undefined,
  'cac:TaxScheme': { 'cbc:ID': 'VAT' },
})

interface Subtotal {
  readonly category: Category
  readonly taxable: number
  readonly tax: number
}

/** One for each category and rate, charges included: their sum is the total without tax (BR-S-08 and its like). */
export function breakdown({ groups, stampDuty }: Figures, vat: Categories): Subtotal[] {
  const parts: Subtotal[] = groups.map((group) => ({
    category: vat.of(group.vat),
    taxable: group.taxable,
    tax: group.amount,
  }))
  if (stampDuty !== 0) parts.push({ category: vat.ofDuty, taxable: stampDuty, tax: 0 })
  const all = new Map<string, Subtotal>()
  for (const part of parts) {
    const key = `${part.category.code} ${part.category.basisPoints}`
    const before = all.get(key)
    const reasons = new Set([before?.category.reason ?? '', part.category.reason].filter(Boolean))
    all.set(key, {
      category: { ...part.category, reason: [...reasons].join('; ') },
      taxable: (before?.taxable ?? 0) + part.taxable,
      tax: (before?.tax ?? 0) + part.tax,
    })
  }
  return [...all.values()]
}
