const partyTerms = [
  'PostalAddress/StreetName',
  'PostalAddress/CityName',
  'PostalAddress/PostalZone',
  'PostalAddress/CountrySubentity',
  'PostalAddress/Country/IdentificationCode',
  'PartyTaxScheme/CompanyID',
  'PartyTaxScheme/TaxScheme/ID',
  'PartyLegalEntity/RegistrationName',
  'PartyLegalEntity/CompanyID',
  'Contact/ElectronicMail',
]
const categoryTerms = ['ID', 'Percent', 'TaxScheme/ID']
/** Where the standard's terms stand in UBL, as far as we have them; what stands elsewhere it does not know. */
export const terms: ReadonlySet<string> = new Set([
  ...'CustomizationID ID IssueDate DueDate InvoiceTypeCode CreditNoteTypeCode Note DocumentCurrencyCode'.split(' '),
  ...['ID', 'IssueDate'].map((name) => `BillingReference/InvoiceDocumentReference/${name}`),
  ...partyTerms.flatMap((name) => [`AccountingSupplierParty/Party/${name}`, `AccountingCustomerParty/Party/${name}`]),
  'Delivery/ActualDeliveryDate',
  'Delivery/DeliveryLocation/Address/Country/IdentificationCode',
  ...['PaymentMeansCode', 'PaymentID', 'PayeeFinancialAccount/ID'].map((name) => `PaymentMeans/${name}`),
  'PaymentTerms/Note',
  ...['ChargeIndicator', 'AllowanceChargeReason', 'Amount'].map((name) => `AllowanceCharge/${name}`),
  ...categoryTerms.map((name) => `AllowanceCharge/TaxCategory/${name}`),
  'TaxTotal/TaxAmount',
  ...['TaxableAmount', 'TaxAmount', 'TaxCategory/TaxExemptionReason'].map((name) => `TaxTotal/TaxSubtotal/${name}`),
  ...categoryTerms.map((name) => `TaxTotal/TaxSubtotal/TaxCategory/${name}`),
  ...'LineExtension TaxExclusive TaxInclusive ChargeTotal Payable'
    .split(' ')
    .map((name) => `LegalMonetaryTotal/${name}Amount`),
  ...['ID', 'InvoicedQuantity', 'CreditedQuantity', 'LineExtensionAmount', 'Item/Name', 'Price/PriceAmount'].map(
    (name) => `Line/${name}`,
  ),
  ...categoryTerms.map((name) => `Line/Item/ClassifiedTaxCategory/${name}`),
])
