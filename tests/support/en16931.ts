import { terms } from './en16931-terms.ts'
import { at, deep, textAt, xmlTree, type Node } from './xml-tree.ts'

/**
 * The business rules of EN 16931 in its UBL binding, told in our own words by their numbers, so that a file of ours that
 * breaks one says which. Of rules on what we never write (allowances, payees, tax representatives, prepayments, cards,
 * other tax categories) it is checked that we do not.
 */
type Rule = readonly [id: string, holds: (doc: Doc) => boolean]

interface Doc {
  readonly root: Node
  readonly lines: readonly Node[]
  readonly charges: readonly Node[]
  readonly parts: readonly Node[]
  readonly seller: Node
  readonly buyer: Node
}

const SELLER = 'cac:AccountingSupplierParty/cac:Party'
const BUYER = 'cac:AccountingCustomerParty/cac:Party'
const nobody: Node = { name: '', attributes: {}, children: [], text: '' }

function docOf(xml: string): Doc {
  const root = xmlTree(xml)
  return {
    root,
    lines: [...at(root, 'cac:InvoiceLine'), ...at(root, 'cac:CreditNoteLine')],
    charges: at(root, 'cac:AllowanceCharge'),
    parts: at(root, 'cac:TaxTotal/cac:TaxSubtotal'),
    seller: at(root, SELLER)[0] ?? nobody,
    buyer: at(root, BUYER)[0] ?? nobody,
  }
}

const has = (node: Node, path: string): boolean => (textAt(node, path) ?? '') !== '' || at(node, path).some(isFull)
const isFull = ({ children, text }: Node): boolean => children.length > 0 || text !== ''
/** Hundredths, so that sums are exact. */
const cents = (text: string | undefined): number => Math.round(Number(text) * 100)
const amountAt = (node: Node, path: string): number => cents(textAt(node, path))
const sum = (nodes: readonly Node[], path: string): number =>
  nodes.reduce((total, node) => total + amountAt(node, path), 0)
const is = (node: Node, path: string, value: string): boolean => textAt(node, path) === value

const total = ({ root }: Doc, name: string): number => amountAt(root, `cac:LegalMonetaryTotal/cbc:${name}`)
const hasTotal = ({ root }: Doc, name: string): boolean => has(root, `cac:LegalMonetaryTotal/cbc:${name}`)
const taxTotal = ({ root }: Doc): number => amountAt(root, 'cac:TaxTotal/cbc:TaxAmount')
const chargeTotal = (doc: Doc): number => (hasTotal(doc, 'ChargeTotalAmount') ? total(doc, 'ChargeTotalAmount') : 0)
const isCredit = ({ root }: Doc): boolean => root.name === 'CreditNote'
const vatIds = (party: Node): Node[] =>
  at(party, 'cac:PartyTaxScheme').filter((scheme) => is(scheme, 'cac:TaxScheme/cbc:ID', 'VAT'))
const hasVatId = (party: Node): boolean => vatIds(party).some((scheme) => has(scheme, 'cbc:CompanyID'))
const hasTaxId = (party: Node): boolean => has(party, 'cac:PartyTaxScheme/cbc:CompanyID')
const hasLegalId = (party: Node): boolean => has(party, 'cac:PartyLegalEntity/cbc:CompanyID')

const LINE_VAT = 'cac:Item/cac:ClassifiedTaxCategory'
const categoryOf = (node: Node): Node => at(node, LINE_VAT)[0] ?? at(node, 'cac:TaxCategory')[0] ?? nobody
const codeOf = (node: Node): string => textAt(categoryOf(node), 'cbc:ID') ?? ''
const rateOf = (node: Node): string | undefined => textAt(categoryOf(node), 'cbc:Percent')

const general: Rule[] = [
  ['BR-01', ({ root }) => has(root, 'cbc:CustomizationID')],
  ['BR-02', ({ root }) => has(root, 'cbc:ID')],
  ['BR-03', ({ root }) => /^\d{4}-\d\d-\d\d$/.test(textAt(root, 'cbc:IssueDate') ?? '')],
  ['BR-04', ({ root }) => has(root, 'cbc:InvoiceTypeCode') || has(root, 'cbc:CreditNoteTypeCode')],
  ['BR-05', ({ root }) => /^[A-Z]{3}$/.test(textAt(root, 'cbc:DocumentCurrencyCode') ?? '')],
  ['BR-06', ({ seller }) => has(seller, 'cac:PartyLegalEntity/cbc:RegistrationName')],
  ['BR-07', ({ buyer }) => has(buyer, 'cac:PartyLegalEntity/cbc:RegistrationName')],
  ['BR-08', ({ seller }) => has(seller, 'cac:PostalAddress')],
  ['BR-09', ({ seller }) => has(seller, 'cac:PostalAddress/cac:Country/cbc:IdentificationCode')],
  ['BR-10', ({ buyer }) => has(buyer, 'cac:PostalAddress')],
  ['BR-11', ({ buyer }) => has(buyer, 'cac:PostalAddress/cac:Country/cbc:IdentificationCode')],
  ['BR-12', (doc) => hasTotal(doc, 'LineExtensionAmount')],
  ['BR-13', (doc) => hasTotal(doc, 'TaxExclusiveAmount')],
  ['BR-14', (doc) => hasTotal(doc, 'TaxInclusiveAmount')],
  ['BR-15', (doc) => hasTotal(doc, 'PayableAmount')],
  ['BR-16', ({ lines }) => lines.length > 0],
  ['BR-21', ({ lines }) => lines.every((line) => has(line, 'cbc:ID'))],
  ['BR-22', (doc) => doc.lines.every((line) => has(line, quantityOf(doc)))],
  ['BR-23', (doc) => doc.lines.every((line) => at(line, quantityOf(doc))[0]?.attributes['unitCode'] !== undefined)],
  ['BR-24', ({ lines }) => lines.every((line) => has(line, 'cbc:LineExtensionAmount'))],
  ['BR-25', ({ lines }) => lines.every((line) => textAt(line, 'cac:Item/cbc:Name')?.trim())],
  ['BR-26', ({ lines }) => lines.every((line) => has(line, 'cac:Price/cbc:PriceAmount'))],
  ['BR-27', ({ lines }) => lines.every((line) => amountAt(line, 'cac:Price/cbc:PriceAmount') >= 0)],
  ['BR-36', ({ charges }) => charges.every((charge) => has(charge, 'cbc:Amount'))],
  ['BR-37', ({ charges }) => charges.every((charge) => has(charge, 'cac:TaxCategory/cbc:ID'))],
  ['BR-38', ({ charges }) => charges.every((charge) => has(charge, 'cbc:AllowanceChargeReason'))],
  ['BR-45', ({ parts }) => parts.every((part) => has(part, 'cbc:TaxableAmount'))],
  ['BR-46', ({ parts }) => parts.every((part) => has(part, 'cbc:TaxAmount'))],
  ['BR-47', ({ parts }) => parts.every((part) => has(part, 'cac:TaxCategory/cbc:ID'))],
  ['BR-48', ({ parts }) => parts.every((part) => rateOf(part) !== undefined || codeOf(part) === 'O')],
  ['BR-49', ({ root }) => at(root, 'cac:PaymentMeans').every((means) => has(means, 'cbc:PaymentMeansCode'))],
  ['BR-50', ({ root }) => at(root, 'cac:PaymentMeans/cac:PayeeFinancialAccount').every((all) => has(all, 'cbc:ID'))],
  [
    'BR-55',
    ({ root }) => at(root, 'cac:BillingReference').every((all) => has(all, 'cac:InvoiceDocumentReference/cbc:ID')),
  ],
  [
    'BR-57',
    ({ root }) =>
      at(root, 'cac:Delivery/cac:DeliveryLocation/cac:Address').every((all) =>
        has(all, 'cac:Country/cbc:IdentificationCode'),
      ),
  ],
  [
    'BR-61',
    ({ root }) =>
      at(root, 'cac:PaymentMeans').every(
        (means) => !is(means, 'cbc:PaymentMeansCode', '30') || has(means, 'cac:PayeeFinancialAccount/cbc:ID'),
      ),
  ],
]
const quantityOf = (doc: Doc): string => (isCredit(doc) ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity')

const conditions: Rule[] = [
  ['BR-CO-04', ({ lines }) => lines.every((line) => at(line, LINE_VAT).length === 1 && codeOf(line) !== '')],
  [
    'BR-CO-09',
    ({ seller, buyer }) =>
      [...vatIds(seller), ...vatIds(buyer)].every((id) =>
        /^[A-Z]{2}[A-Z0-9]+$/.test(textAt(id, 'cbc:CompanyID') ?? ''),
      ),
  ],
  ['BR-CO-10', (doc) => total(doc, 'LineExtensionAmount') === sum(doc.lines, 'cbc:LineExtensionAmount')],
  [
    'BR-CO-12',
    (doc) =>
      hasTotal(doc, 'ChargeTotalAmount') === doc.charges.length > 0 &&
      chargeTotal(doc) === sum(doc.charges, 'cbc:Amount'),
  ],
  ['BR-CO-13', (doc) => total(doc, 'TaxExclusiveAmount') === total(doc, 'LineExtensionAmount') + chargeTotal(doc)],
  ['BR-CO-14', (doc) => taxTotal(doc) === sum(doc.parts, 'cbc:TaxAmount')],
  [
    'BR-CO-15',
    (doc) =>
      at(doc.root, 'cac:TaxTotal').length === 1 &&
      total(doc, 'TaxInclusiveAmount') === total(doc, 'TaxExclusiveAmount') + taxTotal(doc),
  ],
  ['BR-CO-16', (doc) => total(doc, 'PayableAmount') === total(doc, 'TaxInclusiveAmount')],
  [
    'BR-CO-17',
    ({ parts }) =>
      parts.every(
        (part) =>
          Math.abs(
            amountAt(part, 'cbc:TaxAmount') - (amountAt(part, 'cbc:TaxableAmount') * Number(rateOf(part) ?? 0)) / 100,
          ) < 100,
      ),
  ],
  ['BR-CO-18', ({ parts }) => parts.length > 0],
  [
    'BR-CO-25',
    (doc) =>
      total(doc, 'PayableAmount') <= 0 || has(doc.root, 'cbc:DueDate') || has(doc.root, 'cac:PaymentTerms/cbc:Note'),
  ],
  ['BR-CO-26', ({ seller }) => hasVatId(seller) || hasLegalId(seller)],
  ['BR-DEC', ({ root }) => amountsIn(root).every(({ text }) => /^-?\d+(\.\d{1,2})?$/.test(text))],
  [
    'currency',
    ({ root }) =>
      amountsIn(root).every(({ attributes }) => attributes['currencyID'] === textAt(root, 'cbc:DocumentCurrencyCode')),
  ],
]
const amountsIn = (node: Node): Node[] =>
  node.children.flatMap((child) => (child.name.endsWith('Amount') ? [child] : amountsIn(child)))

/** Who has to be named for a category: in the rules' own terms, (02) for lines and (04) for charges alike. */
const parties: Readonly<Record<string, (doc: Doc) => boolean>> = {
  S: ({ seller }) => hasTaxId(seller),
  E: ({ seller }) => hasTaxId(seller),
  AE: ({ seller, buyer }) => hasTaxId(seller) && (hasVatId(buyer) || hasLegalId(buyer)),
  IC: ({ seller, buyer }) => hasVatId(seller) && hasVatId(buyer),
  G: ({ seller }) => hasVatId(seller),
  O: ({ seller, buyer }) => !hasVatId(seller) && !hasVatId(buyer),
}

/** BR-S-01 to 10, BR-E-01 to 10 and so on: what each category asks of its lines, its charges and its breakdown. */
function rulesOf(name: string, code: string): Rule[] {
  const own = (nodes: readonly Node[]): Node[] => nodes.filter((node) => codeOf(node) === code)
  const isRate = (node: Node): boolean =>
    code === 'O' ? rateOf(node) === undefined : code === 'S' ? Number(rateOf(node)) > 0 : Number(rateOf(node)) === 0
  const baseOf = (doc: Doc, part: Node): number => {
    const same = (node: Node): boolean => code !== 'S' || rateOf(node) === rateOf(part)
    return (
      sum(own(doc.lines).filter(same), 'cbc:LineExtensionAmount') + sum(own(doc.charges).filter(same), 'cbc:Amount')
    )
  }
  const isUsed = (doc: Doc): boolean => own(doc.lines).length + own(doc.charges).length > 0
  const reason = (part: Node): boolean => has(part, 'cac:TaxCategory/cbc:TaxExemptionReason')
  const isTaxRight = (part: Node): boolean =>
    code === 'S'
      ? Math.abs(amountAt(part, 'cbc:TaxAmount') - (amountAt(part, 'cbc:TaxableAmount') * Number(rateOf(part))) / 100) <
        100
      : amountAt(part, 'cbc:TaxAmount') === 0
  return [
    [
      `BR-${name}-01`,
      (doc) =>
        code === 'S' ? isUsed(doc) === own(doc.parts).length > 0 : own(doc.parts).length === Number(isUsed(doc)),
    ],
    [`BR-${name}-02`, (doc) => own(doc.lines).length === 0 || parties[name]?.(doc) === true],
    [`BR-${name}-04`, (doc) => own(doc.charges).length === 0 || parties[name]?.(doc) === true],
    [`BR-${name}-05`, (doc) => own(doc.lines).every(isRate)],
    [`BR-${name}-07`, (doc) => own(doc.charges).every(isRate)],
    [
      `BR-${name}-08`,
      (doc) => own(doc.parts).every((part) => amountAt(part, 'cbc:TaxableAmount') === baseOf(doc, part)),
    ],
    [`BR-${name}-09`, (doc) => own(doc.parts).every(isTaxRight)],
    [`BR-${name}-10`, (doc) => own(doc.parts).every((part) => reason(part) === (code !== 'S'))],
  ]
}

const special: Rule[] = [
  ['BR-IC-11', (doc) => !usesCode(doc, 'K') || has(doc.root, 'cac:Delivery/cbc:ActualDeliveryDate')],
  [
    'BR-IC-12',
    (doc) =>
      !usesCode(doc, 'K') ||
      has(doc.root, 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode'),
  ],
  ['BR-O-11', (doc) => !usesCode(doc, 'O') || doc.parts.every((part) => codeOf(part) === 'O')],
  ['BR-O-12', (doc) => !usesCode(doc, 'O') || doc.lines.every((line) => codeOf(line) === 'O')],
  ['BR-O-14', (doc) => !usesCode(doc, 'O') || doc.charges.every((charge) => codeOf(charge) === 'O')],
  [
    'BR-CL-01',
    (doc) =>
      is(doc.root, isCredit(doc) ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', isCredit(doc) ? '381' : '380'),
  ],
  ['BR-CL-14', ({ root }) => deep(root, 'cbc:IdentificationCode').every(({ text }) => /^[A-Z]{2}$/.test(text))],
  ['BR-CL-16', ({ root }) => deep(root, 'cbc:PaymentMeansCode').every(({ text }) => text === '30' || text === '1')],
  [
    'BR-CL-17',
    ({ lines, charges, parts }) =>
      [...lines, ...charges, ...parts].every((node) => ['S', 'E', 'AE', 'K', 'G', 'O'].includes(codeOf(node))),
  ],
  [
    'BR-CL-23',
    (doc) =>
      doc.lines.every((line) => ['HUR', 'C62'].includes(at(line, quantityOf(doc))[0]?.attributes['unitCode'] ?? '')),
  ],
  [
    'scheme',
    ({ root }) =>
      [...deep(root, 'cac:TaxCategory'), ...deep(root, 'cac:ClassifiedTaxCategory')].every((node) =>
        is(node, 'cac:TaxScheme/cbc:ID', 'VAT'),
      ),
  ],
  ['UBL-SR-12', ({ seller }) => at(seller, 'cac:PartyTaxScheme').length <= 1],
  ['UBL-SR-18', ({ buyer }) => at(buyer, 'cac:PartyTaxScheme').length <= 1],
  ['UBL-SR-44', ({ root }) => at(root, 'cac:PaymentMeans').length <= 1 && at(root, 'cac:PaymentTerms').length <= 1],
  ['UBL-DT', ({ root }) => attributesIn(root).every((name) => ['currencyID', 'unitCode'].includes(name))],
  ['UBL-CR', ({ root }) => pathsIn(root).every((path) => terms.has(path))],
  ['no empty element', ({ root }) => emptyIn(root).length === 0],
]
const usesCode = ({ parts }: Doc, code: string): boolean => parts.some((part) => codeOf(part) === code)
const attributesIn = ({ children }: Node): string[] =>
  children.flatMap((child) => [...Object.keys(child.attributes), ...attributesIn(child)])
const emptyIn = (node: Node): Node[] => (isFull(node) ? node.children.flatMap(emptyIn) : [node])
/** The paths of what has a text, from below the root; a line of either kind as `Line`. */
const pathsIn = ({ children }: Node): string[] =>
  children.flatMap((child) => {
    const name = child.name.replace(/^c[ab]c:/, '').replace(/^(?:Invoice|CreditNote)Line$/, 'Line')
    return child.children.length === 0 ? [name] : pathsIn(child).map((path) => `${name}/${path}`)
  })

const rules: readonly Rule[] = [
  ...general,
  ...conditions,
  ...rulesOf('S', 'S'),
  ...rulesOf('E', 'E'),
  ...rulesOf('AE', 'AE'),
  ...rulesOf('IC', 'K'),
  ...rulesOf('G', 'G'),
  ...rulesOf('O', 'O'),
  ...special,
]

/** The numbers of the rules that a file breaks. */
export function broken(xml: string): string[] {
  const doc = docOf(xml)
  return rules.flatMap(([id, holds]) => (holds(doc) ? [] : [id]))
}
