import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import type { Bridge } from '#shared/ipc.ts'
import { oneBlank, pdfPages } from '#tests/support/pdf.ts'
import { expect, test } from './app.ts'
import { Face } from './pages/face.ts'
import { letters, savePaper } from './pages/paper.ts'

async function openInvoice({ face, client }: { face: Face; client: string }): Promise<void> {
  await face.go('billing')
  await face.main
    .getByRole('button', { name: new RegExp(`, ${client}$`) })
    .first()
    .click()
  await face.button(face.t('billing.invoice.deeds.preview')).click()
  await face.dialog.getByRole('button', { name: face.t('app.documents.save') }).waitFor()
}

const save = (electron: ElectronApplication, face: Face, file: string): Promise<{ texts: string[]; bytes: Buffer }> =>
  savePaper({ electron, face, button: face.dialog.getByRole('button', { name: face.t('app.documents.save') }), file })

for (const { client, title, language } of [
  { client: 'Nordlys Foods', title: 'Invoice', language: 'English' },
  { client: 'Studio Aperta', title: 'Fattura', language: 'Italian' },
])
  test(`an invoice as PDF says in ${language} all that its preview says, whatever the window speaks`, async ({
    mainstay,
  }) => {
    const window = await mainstay.start({ sample: true })
    const face = new Face(window.page)
    await openInvoice({ face, client })
    const { texts, bytes } = await save(window.electron, face, path.join(mainstay.home, 'invoice.pdf'))
    const pages = await pdfPages(bytes)
    const all = letters(pages.map(({ text }) => text).join(' '))
    expect(texts.length).toBeGreaterThan(20)
    expect(texts[0]).toContain(title)
    for (const text of texts) expect(all).toContain(letters(text))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.text).toContain('1 / 1')
    // All of it is in our own font, its foot too: others may not be on the client's machine, and look alien.
    const fonts = new Set(bytes.toString('latin1').match(/\/BaseFont\s*\/\S+/g))
    expect(fonts.size).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\/[A-Z]{6}\+Inter-/)
  })

for (const { client, credit, reminder, language } of [
  { client: 'Nordlys Foods', credit: 'Credit note', reminder: 'Reminder', language: 'English' },
  { client: 'Studio Aperta', credit: 'Nota di credito', reminder: 'Sollecito di pagamento', language: 'Italian' },
])
  test(`a credit note and a reminder as PDF say in ${language} what their previews say`, async ({ mainstay }) => {
    const window = await mainstay.start({ sample: true })
    const { page } = window
    const face = new Face(page)
    // One that is still to be paid, and late: the reminder is for it, and then it is taken back.
    const id = await page.evaluate(async (name) => {
      const { mainstay: bridge } = globalThis as unknown as { mainstay: Bridge }
      const { tables } = JSON.parse(await bridge.load()) as { tables: { clients?: { id: string; name: string }[] } }
      const clientId = tables.clients?.find((each) => each.name === name)?.id
      const on = new Date(Date.now()).toISOString().slice(0, 10)
      const drafted = await bridge.execute({
        name: 'invoice.draft',
        input: {
          clientId,
          issuedOn: on,
          dueOn: on,
          lines: [{ kind: 'other', text: 'A & B, perché no', unitPrice: 12_345 }],
        },
      })
      const made = drafted.ok ? drafted.value.made : undefined
      await bridge.execute({ name: 'invoice.issue', input: { id: made, on } })
      return made
    }, client)
    expect(id).toBeDefined()
    await face.go('billing')
    const open = face.page.getByRole('region', { name: face.t('billing.place.list.open') })
    const theirs = open.getByRole('button', { name: new RegExp(`, ${client}$`) })
    await expect(theirs.first()).toBeVisible()
    // The one of just now has the highest number; when it is due says nothing, since the sample has others.
    const names = await theirs.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''),
    )
    await theirs.nth(names.indexOf(names.toSorted().at(-1) ?? '')).click()
    await face.button(face.t('billing.invoice.more')).click()
    await page.getByRole('menuitem', { name: face.t('billing.invoice.deeds.remind') }).click()
    await face.dialog.getByRole('button', { name: face.t('billing.invoice.reminder.pdf') }).click()
    await face.dialog.getByRole('button', { name: face.t('app.documents.save') }).waitFor()
    await expectSame(await save(window.electron, face, path.join(mainstay.home, 'reminder.pdf')), reminder)
    await expect(face.dialog).toHaveCount(0)

    await face.button(face.t('billing.invoice.more')).click()
    await page.getByRole('menuitem', { name: face.t('billing.invoice.deeds.credit') }).click()
    await face.dialog.getByRole('button', { name: face.t('billing.invoice.deeds.creditDeed') }).click()
    await face.button(face.t('billing.invoice.deeds.issue')).click()
    await face.dialog.getByRole('button', { name: face.t('billing.invoice.deeds.issue') }).click()
    await expect(face.title).toContainText(/Credit note \d/)
    await face.button(face.t('billing.invoice.deeds.preview')).click()
    await face.dialog.getByRole('button', { name: face.t('app.documents.save') }).waitFor()
    const saved = await save(window.electron, face, path.join(mainstay.home, 'credit.pdf'))
    await expectSame(saved, credit)
    expect(saved.texts.join(' ')).toContain('A & B, perché no')
  })

/** One page that says all that its preview said. */
async function expectSame({ texts, bytes }: { texts: string[]; bytes: Buffer }, title: string): Promise<void> {
  const pages = await pdfPages(bytes)
  const all = letters(pages.map(({ text }) => text).join(' '))
  expect(texts.join(' ')).toContain(title)
  expect(texts.length).toBeGreaterThan(15)
  for (const text of texts) expect(all).toContain(letters(text))
  expect(pages).toHaveLength(1)
}

test('a long invoice goes on over pages: its head comes again, nothing is cut off', async ({ mainstay }) => {
  const window = await mainstay.start({ sample: true })
  const face = new Face(window.page)
  await window.page.evaluate(async () => {
    const { mainstay: bridge } = globalThis as unknown as { mainstay: Bridge }
    const { tables } = JSON.parse(await bridge.load()) as { tables: { clients?: { id: string }[] } }
    const client = tables.clients?.[0]
    const lines = Array.from({ length: 90 }, (_, index) => ({
      kind: 'other',
      text: `Line ${index + 1}: ${'a text that is long enough for two lines of its column, '.repeat(2)}`,
      unitPrice: 123_456_789,
    }))
    await bridge.execute({ name: 'invoice.draft', input: { clientId: client?.id, lines } })
  })
  await face.go('billing')
  const drafts = face.page.getByRole('region', { name: face.t('billing.place.list.drafts') })
  await drafts.getByRole('button').first().click()
  await face.button(face.t('billing.invoice.deeds.preview')).click()
  await face.dialog.getByRole('button', { name: face.t('app.documents.save') }).waitFor()
  const { bytes } = await save(window.electron, face, path.join(mainstay.home, 'long.pdf'))
  const pages = await pdfPages(bytes)
  expect(pages.length).toBeGreaterThan(2)
  for (const [index, { text, width, right }] of pages.entries()) {
    expect(text).toContain(`${index + 1} / ${pages.length}`)
    expect(right).toBeLessThan(width - 20)
  }
  for (const { text } of pages.slice(0, -1)) expect(text).toContain('Description')
  const all = oneBlank(pages.map(({ text }) => text).join(' '))
  expect(all).toContain('Line 90:')
})
