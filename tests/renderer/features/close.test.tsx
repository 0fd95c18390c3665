// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ClosePlace } from '#renderer/features/close/close-place.tsx'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import { projectSchema, type Retainer } from '#shared/model/engagement.ts'
import { newId } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'
import { acme, halden, month, NOW, other, own, retainer, span } from './september.ts'

beforeAll(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterAll(() => void vi.useRealTimers())
afterEach(cleanup)

const press = async (name: string | RegExp): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }))

describe('closing the month', () => {
  it('goes from gaps to what changed, and closes it as agreed', async () => {
    const { book, place } = await showPlace(<ClosePlace />, { now: NOW, edits: month() })
    await screen.findByRole('heading', { level: 1, name: 'Close September' })
    expect(document.body.textContent).toContain('one gap')
    await press('It was a break, go on')
    await screen.findByText(/past its hours/)
    expect([...book.workspace.tables.preferences.values()][0]?.months).toMatchObject([{ month: '2026-09', breaks: 1 }])

    const card = screen.getByRole('article', { name: 'Halden' })
    expect(plainText(card.textContent)).toContain('Bill 2:00 at €100.00')
    fireEvent.click(within(card).getByRole('button', { name: 'As agreed, close it' }))
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    await press('Agree to the ledger of Acme')
    await screen.findByText('All 2 ledgers are settled.')
    expect([...book.workspace.tables.closings.values()]).toMatchObject([
      { engagementId: own.id, figures: { overage: 7200, overageAmount: 20_000 } },
      { engagementId: other.id, figures: { carriedOut: 7200 } },
    ])

    await press('Go on')
    await screen.findByText(/2 reports are ready/)
    await press('Go on')
    await press('Draft all 2')
    await screen.findByText(/2 drafts wait/)
    await press('Issue all 2')
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('2026-001 – 2026-002')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Issue all 2' }))
    await screen.findByText('Everything is invoiced.')
    await press('Go on')
    await press('September is done')
    await waitFor(() => expect(place()).toEqual({ name: 'today' }))
    expect([...book.workspace.tables.preferences.values()][0]?.months[0]?.finishedAt).toBe('2026-10-02T09:00:00Z')
  })

  it('does not call invoices clear while one that comes to nothing is to be written', async () => {
    const part = (name: string, amount: number) => ({ id: newId(), name, on: day('2026-09-10'), amount: minor(amount) })
    const project = projectSchema.parse({
      id: newId(),
      clientId: acme.id,
      kind: 'project',
      name: 'Move',
      milestones: [part('Plans', 50_000), part('Discount', -50_000)],
    })
    const { book } = await showPlace(<ClosePlace />, {
      now: NOW,
      edits: [made('clients', acme), made('engagements', project)],
    })
    fireEvent.click(await screen.findByRole('button', { name: /^4?\s*Invoices/ }))
    await press('Draft it')
    await screen.findByText(/draft waits/)
    expect(screen.queryByText('Everything is invoiced.')).toBeNull()
    expect([...book.workspace.tables.invoices.values()]).toMatchObject([
      { lines: [{ amount: 50_000 }, { amount: -50_000 }] },
    ])
  })

  it('does not call invoices clear while what went past the hours is to be decided on', async () => {
    const fee = (of: Retainer, client: typeof halden, start: string) => ({
      clientId: client.id,
      lines: [{ kind: 'fee', engagementId: of.id, period: start, owed: 100_000, unitPrice: 100_000 }],
    })
    const { bridge } = await showPlace(<ClosePlace />, { now: NOW, edits: month() })
    for (const [of, client] of [
      [own, halden],
      [other, acme],
    ] as const)
      for (const start of ['2026-09-01', '2026-10-01'])
        await bridge.execute({ name: 'invoice.draft', input: fee(of, client, start) })
    fireEvent.click(await screen.findByRole('button', { name: /^4?\s*Invoices/ }))
    await screen.findByText(/4 drafts wait/)
    expect(screen.getByText(/once you have decided on it/)).toBeDefined()
  })

  it('gives what went past the hours only with a reason', async () => {
    const { book } = await showPlace(<ClosePlace />, { now: NOW, edits: month() })
    fireEvent.click(await screen.findByRole('button', { name: /^2?\s*Ledgers/ }))
    fireEvent.click(screen.getByRole('radio', { name: /Give it/ }))
    await press('Give it, close it')
    await screen.findByText(/Say why/)
    fireEvent.change(screen.getByRole('textbox', { name: 'Why it is given' }), { target: { value: 'Our own delay' } })
    await press('Give it, close it')
    await waitFor(() => expect(book.workspace.tables.closings.size).toBe(1))
    const given = book.workspace.tables.engagements.get(own.id)
    expect(given).toMatchObject({ agreement: { topUps: [{ amount: 120, price: 0, reason: 'Our own delay' }] } })
  })

  it('fills a gap with what was worked on before it, and resumes where something is left', async () => {
    const { book, bridge } = await showPlace(<ClosePlace />, { now: NOW, edits: month() })
    fireEvent.click((await screen.findAllByRole('button', { name: /Gaps/ }))[0] as HTMLElement)
    await press(/^Fill 7 September/)
    await waitFor(() => expect(book.workspace.tables.entries.size).toBe(4))
    expect([...book.workspace.tables.entries.values()].at(-1)).toMatchObject({
      engagementId: own.id,
      start: '2026-09-07T12:00:00Z',
      end: '2026-09-07T13:00:00Z',
    })
    await screen.findByText(/No gap is open/)
    await bridge.execute({ name: 'period.close', input: { engagementId: other.id, start: '2026-09-01' } })
    await screen.findByText('2 retainers, 1 to decide')
  })

  it('goes over an earlier month that was left open, and back', async () => {
    const begun = retainer(halden, { startsOn: day('2026-08-01') })
    const edits = [
      made('clients', halden),
      made('engagements', begun),
      span(begun.id, '2026-08-07T06:00', '2026-08-07T20:00'),
    ]
    await showPlace(<ClosePlace />, { now: NOW, edits })
    await screen.findByRole('heading', { level: 1, name: 'Close September' })
    expect(screen.getByRole('button', { name: 'Close October 2026' })).toHaveProperty('disabled', true)
    fireEvent.click(await screen.findByRole('button', { name: /^2?\s*Ledgers/ }))
    await screen.findByText(/Earlier periods are open too/)
    cleanup()

    const { book, place } = await showPlace(<ClosePlace month={'2026-08' as never} />, { now: NOW, edits })
    await screen.findByRole('heading', { level: 1, name: 'Close August 2026' })
    // Nothing began before it.
    expect(screen.getByRole('button', { name: 'Close July 2026' })).toHaveProperty('disabled', true)
    fireEvent.click(await screen.findByRole('button', { name: /^2?\s*Ledgers/ }))
    await screen.findByText(/past its hours/)
    await press('As agreed, close it')
    await press('Close September')
    await waitFor(() => expect(place()).toEqual({ name: 'close' }))
    expect([...book.workspace.tables.closings.values()]).toMatchObject([{ start: '2026-08-01' }])
  })

  it('opens again what no client has seen', async () => {
    const { book } = await showPlace(<ClosePlace />, { now: NOW, edits: month() })
    fireEvent.click(await screen.findByRole('button', { name: /^2?\s*Ledgers/ }))
    await press('As agreed, close it')
    await waitFor(() => expect(book.workspace.tables.closings.size).toBe(1))
    await press('Open what is not sent again')
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('no figure changes')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Open again' }))
    await waitFor(() => expect(book.workspace.tables.closings.size).toBe(0))
  })

  it('says what opening a period again changes before it does, the favour among it', async () => {
    const { book, bridge } = await showPlace(<ClosePlace />, { now: NOW, edits: month() })
    fireEvent.click(await screen.findByRole('button', { name: /^2?\s*Ledgers/ }))
    const close = { engagementId: own.id, start: '2026-09-01', goodwill: 'Our own delay' }
    await bridge.execute({ name: 'period.close', input: close })
    await press('Open the period of Halden again')
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('The time that was given when it was closed is taken back.')
    const rows = within(dialog)
      .getAllByRole('row')
      .map((row) => plainText(row.textContent))
    expect(rows).toContain('Halden, September 2026Over0:002:00')
    expect(rows).toContain('Halden, September 2026Granted12:0010:00')
    expect(rows).toContain('Halden, September 2026Owed€1,000.00€1,200.00')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Leave it closed' }))
    expect(book.workspace.tables.closings.size).toBe(1)
  })

  it('says on which invoice is what went past the hours, and whether that is paid', async () => {
    const { bridge, book } = await showPlace(<ClosePlace />, { now: NOW, edits: month() })
    fireEvent.click(await screen.findByRole('button', { name: /^2?\s*Ledgers/ }))
    await bridge.execute({ name: 'period.close', input: { engagementId: own.id, start: '2026-09-01' } })
    await screen.findByText(/2:00 past it, €200.00 on the next invoice/)
    const overage = { kind: 'overage', engagementId: own.id, period: '2026-09-01', owed: 20_000, unitPrice: 20_000 }
    await bridge.execute({ name: 'invoice.draft', input: { clientId: halden.id, lines: [overage] } })
    await screen.findByText(/2:00 past it, €200.00 on a draft/)
    const [invoice] = book.workspace.tables.invoices.values()
    await bridge.execute({ name: 'invoice.issue', input: { id: invoice?.id } })
    await screen.findByText(/2:00 past it, €200.00 on invoice 2026-001$/)
    const paid = { invoiceId: invoice?.id, on: '2026-10-02', amount: 20_000 }
    await bridge.execute({ name: 'payment.record', input: paid })
    expect(await screen.findByText(/on invoice 2026-001, which is paid/)).toBeDefined()
  })
})
