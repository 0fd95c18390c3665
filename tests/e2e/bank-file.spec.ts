import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { formatter } from '#shared/i18n/format.ts'
import type { Id } from '#shared/kernel/id.ts'
import { disk } from './disk.ts'
import { expect, test } from './app.ts'
import { answerFileDialog } from './main-process.ts'
import { Face } from './pages/face.ts'
import { execute } from './workspace.ts'

async function issued(page: Page, clientId: Id, unitPrice: number): Promise<Id> {
  const id = await execute(page, 'invoice.draft', {
    clientId,
    lines: [{ kind: 'other', text: 'Work', unitPrice }],
  })
  await execute(page, 'invoice.issue', { id })
  return id
}

test('the bank’s file: its columns are said, what came in is matched and confirmed, and paid on the disk', async ({
  mainstay,
}) => {
  test.setTimeout(120_000)
  const app = await mainstay.start()
  const { page, electron } = app
  const face = new Face(page)
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'))
  const year = today.slice(0, 4)
  const client = { currency: 'EUR', language: 'en', listRate: 10_000 } as const
  const acme = await execute(page, 'client.create', { name: 'Acme', ...client })
  const birch = await execute(page, 'client.create', { name: 'Birch', ...client })
  const first = await issued(page, acme, 100_000)
  const second = await issued(page, birch, 50_000)
  const third = await issued(page, birch, 70_000)

  const written = today.split('-').toReversed().join('.')
  const file = path.join(mainstay.home, 'bank.csv')
  await writeFile(
    file,
    [
      'Column A;Column B;Column C',
      `${written};1.000;Acme SRL, invoice ${year}-001`,
      `${written};500;transfer from Birch`,
      `${written};300;Birch, part of ${year}-003`,
      `${written};-20;card`,
      `${written};12;somebody`,
    ].join('\n'),
  )
  await answerFileDialog(electron, file)
  const open = async (): Promise<void> => {
    await face.go('billing')
    await face.button(face.t('billing.place.more')).click()
    await page.getByRole('menuitem', { name: face.t('billing.bank.choose') }).click()
    await expect(face.dialog.getByRole('heading').first()).toHaveText(
      face.t('billing.bank.title', { file: 'bank.csv' }),
    )
  }
  await open()
  // Amounts without cents under a name that says nothing: the user says what they are.
  await expect(face.dialog.getByText(face.t('billing.bank.missing'))).toBeVisible()
  await face.select(face.t('importing.mapping.holdsOf', { name: 'Column B' }), /^Amount$/)
  await face.select(face.t('importing.mapping.holdsOf', { name: 'Column C' }), face.t('billing.bank.words'))
  await face.dialog.getByRole('radio', { name: '1.234,50' }).check({ force: true })
  const money = (amount: number): string => formatter('en').money(amount, 'EUR', 'always')
  const row = (amount: number) => face.dialog.getByRole('row').filter({ hasText: money(amount) })
  await expect(row(100_000)).toContainText(face.t('billing.bank.both'))
  await expect(row(50_000)).toContainText(face.t('billing.bank.byAmount'))
  await expect(row(30_000)).toContainText(face.t('billing.bank.number'))
  // What is proposed can be left out, and nothing is recorded before somebody says yes.
  await row(50_000).getByRole('button').click()
  await page.getByRole('option', { name: face.t('billing.bank.nothing') }).click()
  expect((await disk(mainstay.data)).payments.size).toBe(0)
  await face.dialog.getByRole('button', { name: face.t('billing.bank.record', { count: 2 }) }).click()
  await expect(face.dialog).toHaveCount(0)
  await expect(face.table(face.t('billing.place.list.over'))).toContainText(`${year}-001`)
  await app.kill()

  const paid = [...(await disk(mainstay.data)).payments.values()]
  expect(paid.map(({ invoiceId, amount, on }) => ({ invoiceId, amount, on }))).toEqual([
    { invoiceId: first, amount: 100_000, on: today },
    { invoiceId: third, amount: 30_000, on: today },
  ])

  // The same file again: its columns are known, what was recorded is too, and what was left out can come in now.
  const again = await mainstay.start()
  const later = new Face(again.page)
  await answerFileDialog(again.electron, file)
  await later.go('billing')
  await later.button(later.t('billing.place.more')).click()
  await again.page.getByRole('menuitem', { name: later.t('billing.bank.choose') }).click()
  await expect(later.dialog.getByText(later.t('billing.bank.known'), { exact: true })).toHaveCount(2)
  await later.dialog.getByRole('button', { name: later.t('billing.bank.record', { count: 1 }) }).click()
  await expect(later.dialog).toHaveCount(0)
  await again.quit()
  const all = [...(await disk(mainstay.data)).payments.values()]
  expect(all).toHaveLength(3)
  expect(all.find(({ invoiceId }) => invoiceId === second)).toMatchObject({ amount: 50_000 })
})
