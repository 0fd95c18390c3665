// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { BillingPlace } from '#renderer/features/billing/billing-place.tsx'
import { done } from '#shared/kernel/refusal.ts'
import type { Bridge } from '#shared/ipc.ts'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

const now = Date.parse('2026-10-18T10:00:00Z')
const acme = clientNamed('Acme')

beforeAll(() => void vi.useFakeTimers({ now, toFake: ['Date'] }))
afterAll(() => void vi.useRealTimers())
afterEach(cleanup)

const FILE = `Date;Amount;Text
12.10.2026;1.000,00;Acme, invoice 2026-001
13.10.2026;-5,00;Fees
14.10.2026;77,00;Somebody
`

/** Billing with one invoice of 1,000.00, and this file to choose. */
async function begin(calls: Partial<Bridge>) {
  const shown = await showPlace(<BillingPlace />, { now, edits: [made('clients', acme)], calls })
  const drafted = await shown.bridge.execute({
    name: 'invoice.draft',
    input: { clientId: acme.id, lines: [{ kind: 'other', text: 'Work', unitPrice: 100_000 }] },
  })
  const id = drafted.ok ? drafted.value.made : undefined
  await shown.bridge.execute({ name: 'invoice.issue', input: { id, on: '2026-10-01' } })
  await screen.findByText(/2026-001/)
  return shown
}

async function choose(entry: string): Promise<HTMLElement> {
  fireEvent.click(screen.getByRole('button', { name: 'More for Billing' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: entry }))
  return screen.findByRole('dialog', { name: /bank\.csv|accountant/ })
}

test('the bank’s file is matched, and only what the user says yes to is recorded; the second time it is known', async () => {
  const chooseTable: Bridge['chooseTable'] = async () => done({ name: 'bank.csv', text: FILE })
  const { book } = await begin({ chooseTable })
  const dialog = await choose('Payments from the bank…')
  expect(plainText(dialog.textContent)).toContain('2 payments came in; one can be told what for.')
  expect(plainText(dialog.textContent)).toContain('One line went out.')
  expect(book.workspace.tables.payments.size).toBe(0)
  fireEvent.click(within(dialog).getByRole('button', { name: 'Record the payment' }))
  await waitFor(() => expect(book.workspace.tables.payments.size).toBe(1))
  expect([...book.workspace.tables.payments.values()]).toMatchObject([
    { on: '2026-10-12', amount: 100_000, note: 'Acme, invoice 2026-001' },
  ])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const again = await choose('Payments from the bank…')
  expect(plainText(again.textContent)).toContain('recorded already')
  expect(within(again).getByRole('button', { name: 'Record nothing' })).toHaveProperty('disabled', true)
})

test('what is no table is said, and nothing opens', async () => {
  const chooseTable: Bridge['chooseTable'] = async () => done({ name: 'notes.txt', text: 'nothing of a table' })
  await begin({ chooseTable })
  fireEvent.click(screen.getByRole('button', { name: 'More for Billing' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Payments from the bank…' }))
  expect(await screen.findByText('notes.txt is not a table that can be read')).toBeDefined()
  expect(screen.queryByRole('dialog', { name: /notes/ })).toBeNull()
})

test('the accountant gets what was issued in the quarter that is chosen', async () => {
  const saved: Parameters<Bridge['saveTable']>[0][] = []
  const saveTable: Bridge['saveTable'] = async (table) => {
    saved.push(table)
    return done({ name: 'invoices.csv' })
  }
  await begin({ saveTable })
  const dialog = await choose('For the accountant…')
  expect(plainText(dialog.textContent)).toContain('One line from 1 January 2026 to 31 December 2026')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save as CSV' }))
  await screen.findByText(/invoices\.csv/)
  expect(saved[0]?.name).toBe('Mainstay invoices 2026')
  expect(saved[0]?.rows[1]?.slice(0, 3)).toEqual(['2026-001', 'Invoice', '2026-10-01'])
})

test('an account in another currency is told apart, and pays what is owed in it', async () => {
  const chooseTable: Bridge['chooseTable'] = async () => done({ name: 'bank.csv', text: FILE })
  const { book, bridge } = await begin({ chooseTable })
  const drafted = await bridge.execute({
    name: 'invoice.draft',
    input: { clientId: acme.id, currency: 'USD', lines: [{ kind: 'other', text: 'Abroad', unitPrice: 7700 }] },
  })
  const id = drafted.ok ? drafted.value.made : undefined
  await bridge.execute({ name: 'invoice.issue', input: { id, on: '2026-10-02' } })
  const dialog = await choose('Payments from the bank…')
  fireEvent.click(within(dialog).getByRole('radio', { name: 'USD' }))
  fireEvent.click(await within(dialog).findByRole('button', { name: 'Record the payment' }))
  await waitFor(() => expect(book.workspace.tables.payments.size).toBe(1))
  expect([...book.workspace.tables.payments.values()]).toMatchObject([{ invoiceId: id, amount: 7700 }])
})
