import type { Issuer, Party } from '../../model/party.ts'

/** Why a line carries no VAT, as its client reads it. */
export type ZeroKind = 'excluded' | 'flat' | 'notTaxable' | 'exempt' | 'reverse' | 'margin' | 'elsewhere'

/** What stands behind one of Italy's codes: what it is, and the law that an invoice has to name (DPR 633/1972, art. 21). */
export interface ZeroRate {
  readonly kind: ZeroKind
  readonly law: string
}

/** Values only (FatturaPA, table *Natura*); the codes with a choice are in `zeroRateOf`, as is N6 in all its parts. */
const natures: Readonly<Record<string, ZeroRate>> = {
  N1: { kind: 'excluded', law: 'art. 15 DPR 633/72' },
  'N2.1': { kind: 'excluded', law: 'artt. 7-7-septies DPR 633/72' },
  'N2.2': { kind: 'excluded', law: 'DPR 633/72' },
  'N3.1': { kind: 'notTaxable', law: 'art. 8 DPR 633/72' },
  'N3.2': { kind: 'notTaxable', law: 'art. 41 DL 331/93' },
  'N3.3': { kind: 'notTaxable', law: 'art. 71 DPR 633/72' },
  'N3.4': { kind: 'notTaxable', law: 'art. 8-bis DPR 633/72' },
  'N3.5': { kind: 'notTaxable', law: 'art. 8 c. 1 lett. c DPR 633/72' },
  'N3.6': { kind: 'notTaxable', law: 'DPR 633/72' },
  N4: { kind: 'exempt', law: 'art. 10 DPR 633/72' },
  N5: { kind: 'margin', law: 'artt. 36-40 DL 41/95' },
  N7: { kind: 'elsewhere', law: 'artt. 40-41 DL 331/93' },
}

/** Small businesses that charge no VAT, by *regime fiscale*. */
const flat: Readonly<Record<string, string>> = {
  RF02: 'art. 1 c. 96-117 L. 244/07',
  RF19: 'art. 1 c. 54-89 L. 190/14',
}

const UNION = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '))
export const isInUnion = (country: string): boolean => UNION.has(country)

/** The code of the list that a reason is, whatever its case (`n2.2` is N2.2); null for what is not on it, as N2 alone. */
export function natureOf(reason: string): string | null {
  const code = reason.trim().toUpperCase()
  return /^N6\.[1-9]$/.test(code) || Object.hasOwn(natures, code) ? code : null
}

/** A reason as it is compared: a code as the list has it, words as they were written. */
export const plainReason = (reason: string): string => natureOf(reason) ?? reason.trim()

/**
 * A reason that is one of Italy's codes; null for one that the user wrote in words. Services to businesses abroad
 * (N2.1) are taxed where the client is (art. 7-ter), within the union by the client (art. 21 c. 6-bis).
 */
export function zeroRateOf(
  reason: string,
  { country, regime }: Pick<Issuer, 'country' | 'regime'>,
  client: Pick<Party, 'country'>,
): ZeroRate | null {
  const code = natureOf(reason)
  if (code === null) return null
  const isAbroad = client.country !== '' && client.country !== country
  if (code === 'N2.1' && isAbroad)
    return { kind: isInUnion(client.country) ? 'reverse' : 'excluded', law: 'art. 7-ter DPR 633/72' }
  const law = flat[regime]
  if (code === 'N2.2' && law !== undefined) return { kind: 'flat', law }
  return natures[code] ?? { kind: 'reverse', law: 'art. 17 DPR 633/72' }
}
