import { expect, test } from 'vitest'
import { regimesOf, taxFor } from '#shared/domain/billing/regimes.ts'
import { taxProfileSchema } from '#shared/model/invoice.ts'
import { clientNamed } from '#tests/support/books.ts'
import { ordinario, vat } from '#tests/support/invoices.ts'

test('Italy has its two regimes, the usual one first', () => {
  expect(Object.keys(regimesOf('IT'))).toEqual(['ordinario', 'forfettario'])
  expect(regimesOf('IT')).toMatchObject({
    ordinario: {
      tax: { vat: vat(2200), withholdingBasisPoints: 2000, pensionFundBasisPoints: 0, withholdsOnPensionFund: false },
      pensionFundBasisPoints: 400,
    },
    forfettario: {
      tax: {
        vat: vat(0, 'N2.2'),
        withholdingBasisPoints: 0,
        stampDuty: { above: 7747, amount: 200, charged: true, reasons: ['N1', 'N2.1', 'N2.2', 'N3.5', 'N3.6', 'N4'] },
      },
      pensionFundBasisPoints: 400,
    },
  })
})

test('elsewhere there is no tax until the user says which', () => {
  expect(regimesOf('DE')).toEqual({
    plain: {
      tax: {
        vat: vat(0),
        pensionFundBasisPoints: 0,
        withholdingBasisPoints: 0,
        withholdsOnPensionFund: false,
        stampDuty: null,
      },
      pensionFundBasisPoints: null,
    },
  })
})

test('every regime is a profile as it is kept', () => {
  for (const country of ['IT', 'FR'])
    for (const { tax } of Object.values(regimesOf(country))) expect(taxProfileSchema.parse(tax)).toEqual(tax)
})

test('a client withholds only where it is said, and may have a VAT of its own', () => {
  const client = clientNamed('Halden')
  expect(taxFor(ordinario, client)).toEqual({ ...ordinario, withholdingBasisPoints: 0 })
  expect(taxFor(ordinario, { ...client, billing: { withholds: true, vat: null } })).toEqual(ordinario)
  // Two euros are no two dollars, nor two yen.
  expect(taxFor(ordinario, client, false).stampDuty).toBeNull()
  expect(taxFor(ordinario, { ...client, billing: { withholds: false, vat: vat(0, 'N2.1') } })).toEqual({
    ...ordinario,
    withholdingBasisPoints: 0,
    vat: vat(0, 'N2.1'),
  })
})
