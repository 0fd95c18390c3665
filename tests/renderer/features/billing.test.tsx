// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { BillingPlace } from '#renderer/features/billing/billing-place.tsx'
import { InvoicePlace } from '#renderer/features/billing/invoice-place.tsx'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { sampleEdits } from '#shared/sample/index.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

const now = Date.parse('2026-10-18T10:00:00Z')
const edits = sampleEdits(day('2026-10-18'), '2026-10-18T10:00:00Z' as Instant, 'Europe/Rome' as Zone, 'en').slice(1)

beforeAll(() => void vi.useFakeTimers({ now, toFake: ['Date'] }))
afterAll(() => void vi.useRealTimers())

afterEach(cleanup)

const region = (name: string) => screen.findByRole('region', { name })

test('it says who owes what, who is late, and what can be invoiced', async () => {
  await showPlace(<BillingPlace />, { now, edits })
  const sentence = await screen.findByText(/owe you/)
  await waitFor(() =>
    expect(plainText(sentence.textContent)).toContain('Nordlys Foods is late: €1,666 since 30 September.'),
  )
  fireEvent.click(within(sentence).getByRole('button'))
  const derivation = await screen.findByRole('table', { name: 'Who owes you what' })
  expect(plainText(derivation.textContent)).toContain('Nordlys Foods, 2026-')
  const due = await region('To invoice')
  expect(within(due).getAllByRole('button', { name: /^Draft the invoice for/ })).toHaveLength(1)
})

test('what the pass has to decide on is in no draft, and leads to the pass', async () => {
  const { place } = await showPlace(<BillingPlace />, { now, edits })
  const waits = await screen.findByText(/past what was agreed in September 2026/)
  expect(plainText(waits.textContent)).toMatch(/^Halden & Reyes went .* €\d+/)
  fireEvent.click(screen.getByRole('button', { name: 'Decide on what went past it for Halden & Reyes' }))
  expect(place()).toEqual({ name: 'close', month: '2026-09' })
})

test('what was billed elsewhere is told by a day, with what that leaves to invoice', async () => {
  const { book } = await showPlace(<BillingPlace />, { now, edits })
  fireEvent.click(await screen.findByRole('button', { name: 'More for Pineta Hotels' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Billed here from…' }))
  const dialog = await screen.findByRole('dialog')
  const sum = /To invoice by now: €[\d,]+/.exec(plainText(dialog.textContent))?.[0] ?? ''
  expect(sum).not.toBe('')
  const year = within(dialog).getByRole('spinbutton', { name: /^year/ })
  for (let presses = 0; presses < 3; presses++) {
    fireEvent.keyDown(year, { key: 'ArrowUp' })
    fireEvent.keyUp(year, { key: 'ArrowUp' })
  }
  await waitFor(() => expect(plainText(dialog.textContent)).toContain('To invoice by now: €0 instead of'))
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Draft the invoice for Pineta Hotels' })).toBeNull())
  const said = [...book.workspace.tables.engagements.values()].flatMap(({ billedFrom }) => billedFrom ?? [])
  expect(said).toHaveLength(1)
})

test('work of months that was never billed here is asked about once, with one answer that is one step of undo', async () => {
  const tracked = edits.filter(({ table }) => table !== 'invoices' && table !== 'payments')
  const { book } = await showPlace(<BillingPlace />, { now, edits: tracked })
  const asks = await screen.findByText(/nothing of it was ever billed here/)
  expect(plainText(asks.textContent)).toMatch(/^€[\d,]+ has been waiting since 1 \w+ 202\d/)
  fireEvent.click(screen.getByRole('button', { name: 'Say the day…' }))
  const dialog = await screen.findByRole('dialog')
  expect(plainText(dialog.textContent)).toMatch(/To invoice by now: €[\d,]+ instead of €[\d,]+/)
  const before = book.revision
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByText(/nothing of it was ever billed here/)).toBeNull())
  const said = [...book.workspace.tables.engagements.values()].flatMap(({ billedFrom }) => billedFrom ?? [])
  expect([new Set(said), said.length > 3, book.revision]).toEqual([new Set(['2026-10-01']), true, before + 1])
})

test('a draft is made in the client’s language, and opens', async () => {
  const { book, place } = await showPlace(<BillingPlace />, { now, edits })
  fireEvent.click(await screen.findByRole('button', { name: 'Draft the invoice for Pineta Hotels' }))
  await waitFor(() => expect(place()?.name).toBe('invoice'))
  const draft = [...book.workspace.tables.invoices.values()].find(({ status }) => status === 'draft')
  expect(draft?.lines.map(({ text }) => text)).toEqual(['By the hour, settembre 2026'])
  expect(draft?.language).toBe('it')
})

test('an invoice is paid in parts until nothing is left', async () => {
  const { book } = await showPlace(<Unpaid />, { now, edits })
  fireEvent.click(await screen.findByRole('button', { name: 'Record a payment' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Amount' }), { target: { value: '600' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Record it' }))
  await waitFor(() => expect(plainText(document.body.textContent)).toContain('was to pay €1,066 by'))
  expect([...book.workspace.tables.payments.values()].at(-1)).toMatchObject({ amount: 60_000, on: '2026-10-18' })

  /** The one that Nordlys Foods has not paid. */
  function Unpaid() {
    return <InvoicePlace id={unpaid()} />
  }
})

test('a part of a line is taken back; what was paid too much goes back, as a refund', async () => {
  const id = unpaid()
  const { book, bridge, place } = await showPlace(<InvoicePlace id={id} />, { now, edits })
  await bridge.execute({ name: 'payment.record', input: { invoiceId: id, on: '2026-10-18', amount: 166_600 } })
  await screen.findByText(/has paid/)
  fireEvent.click(screen.getByRole('button', { name: 'More for this invoice' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Credit note…' }))
  const dialog = await screen.findByRole('dialog')
  const amount = within(dialog).getByRole('textbox', { name: /^Taken back of/ })
  fireEvent.change(amount, { target: { value: 'much' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Make the draft' }))
  expect([...book.workspace.tables.invoices.values()].some(({ status }) => status === 'draft')).toBe(false)
  fireEvent.change(amount, { target: { value: '100' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Make the draft' }))
  await waitFor(() => expect(place()?.name).toBe('invoice'))
  const note = [...book.workspace.tables.invoices.values()].find(({ credits }) => credits === id)
  expect(note?.lines.map(({ amount: taken }) => Number(taken))).toEqual([-10_000])
  // With its share of the pension fund.
  await bridge.execute({ name: 'invoice.issue', input: { id: note?.id } })
  await waitFor(() => expect(plainText(document.body.textContent)).toContain('€104'))

  fireEvent.click(await screen.findByRole('button', { name: 'Record a refund' }))
  const refund = await screen.findByRole('dialog', { name: /^A refund for/ })
  expect(within(refund).getByRole('textbox', { name: 'Amount' })).toHaveProperty('value', '104.00')
  fireEvent.click(within(refund).getByRole('button', { name: 'Record it' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Record a refund' })).toBeNull())
  expect([...book.workspace.tables.payments.values()].at(-1)).toMatchObject({ invoiceId: id, amount: -10_400 })
})

test('the figures of its foot add up, and each opens', async () => {
  await showPlace(<InvoicePlace id={unpaid()} />, { now, edits })
  const foot = await region('What it comes to')
  expect(plainText(foot.textContent)).toContain('To pay€1,666.00')
  fireEvent.click(within(foot).getAllByRole('button', { name: '€1,666.00' })[0] as HTMLElement)
  const derivation = await screen.findByRole('table', { name: 'Total' })
  expect(plainText(derivation.textContent)).toContain('Stamp duty')
})

function unpaid() {
  const paid = new Set(edits.flatMap(({ table, after }) => (table === 'payments' && after ? [after.invoiceId] : [])))
  const found = edits.flatMap(({ table, after }) =>
    table === 'invoices' && after && !paid.has(after.id) && after.dueOn < '2026-10-18' ? [after] : [],
  )
  const [invoice] = found
  if (!invoice || found.length !== 1)
    throw new Error(found.map((each) => `${numberText(each)} ${invoiceTotals(each).toPay}`).join())
  return invoice.id
}
