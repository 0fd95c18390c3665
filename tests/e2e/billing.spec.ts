import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { formatter } from '#shared/i18n/format.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { minor } from '#shared/kernel/units.ts'
import { disk } from './disk.ts'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { execute } from './workspace.ts'

test('from a draft to a credit note: issued, paid in part and whole, taken back, every figure on the disk', async ({
  mainstay,
}) => {
  const { page, quit } = await mainstay.start()
  const face = new Face(page)
  const clientId = await execute(page, 'client.create', {
    name: 'Acme',
    currency: 'EUR',
    language: 'en',
    listRate: 10_000,
  })
  await execute(page, 'preferences.set', { billing: { tax: { vat: { basisPoints: 2200 } } } })
  await execute(page, 'invoice.draft', {
    clientId,
    lines: [
      { kind: 'other', text: 'Texts', quantity: 3, unitPrice: 33_333 },
      { kind: 'other', text: 'Pictures', unitPrice: 20_000 },
    ],
  })
  await face.go('billing')
  const drafts = face.page.getByRole('region', { name: face.t('billing.place.list.drafts') })
  await drafts.getByRole('button').first().click()
  await face.button(face.t('billing.invoice.deeds.issue')).click()
  await face.dialog.getByRole('button', { name: face.t('billing.invoice.deeds.issue') }).click()
  await expect(face.title).toContainText(/Invoice \d{4}-001/)

  // 3 × 333.33 + 200.00 = 1,199.99, with 22 % of VAT 1,463.99.
  const money = (amount: number): string => formatter('en').money(minor(amount), 'EUR', 'always').replace('€', '')
  await pay('1000')
  await expect(face.main.getByText(money(46_399)).first()).toBeVisible()
  await pay(null)
  await expect(face.main.getByText(/has paid/)).toBeVisible()

  await face.button(face.t('billing.invoice.more')).click()
  await face.page.getByRole('menuitem', { name: face.t('billing.invoice.deeds.credit') }).click()
  await face.dialog.getByRole('checkbox', { name: /Texts/ }).uncheck({ force: true })
  await face.dialog.getByRole('button', { name: face.t('billing.invoice.deeds.creditDeed') }).click()
  await face.button(face.t('billing.invoice.deeds.issue')).click()
  await face.dialog.getByRole('button', { name: face.t('billing.invoice.deeds.issue') }).click()
  await expect(face.title).toContainText(/Credit note \d{4}-002/)
  await quit()

  const tables = await disk(mainstay.data)
  const invoices = [...tables.invoices.values()] as unknown as Invoice[]
  const [invoice, credit] = invoices.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
  if (!invoice || !credit) throw new Error('there are not two')
  expect(invoiceTotals(invoice)).toMatchObject({ net: 119_999, vat: 26_400, total: 146_399 })
  expect(credit).toMatchObject({ type: 'creditNote', credits: invoice.id, status: 'issued' })
  expect(invoiceTotals(credit)).toMatchObject({ net: -20_000, total: -24_400 })
  const payments = [...tables.payments.values()].map((payment) => payment['amount'])
  expect(payments).toEqual([100_000, 46_399])

  /** An amount, or all that is left. */
  async function pay(amount: string | null): Promise<void> {
    await face.button(face.t('billing.invoice.deeds.pay')).click()
    const field = face.dialog.getByRole('textbox', { name: face.t('billing.invoice.deeds.payAmount') })
    if (amount !== null) await field.fill(amount)
    await face.dialog.getByRole('button', { name: face.t('billing.invoice.deeds.payDeed') }).click()
    await expect(face.dialog).toHaveCount(0)
  }
})
