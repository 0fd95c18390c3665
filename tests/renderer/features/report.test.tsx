// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ReportPlace } from '#renderer/features/report/report-place.tsx'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { newId } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'
import { month, NOW, own } from './september.ts'

beforeAll(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterAll(() => void vi.useRealTimers())
afterEach(cleanup)

const press = async (name: string | RegExp): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }))

/** What the page says, which is in a tree of its own. */
const sheetText = (): string =>
  [...document.querySelectorAll('*')].map((element) => element.shadowRoot?.textContent ?? '').join('')
const lateEntry = entrySchema.parse({ id: newId(), engagementId: own.id, day: '2026-09-20', seconds: 5400, note: '' })

describe('the report of a period', () => {
  async function begin() {
    const shown = await showPlace(<ReportPlace id={own.id} start={day('2026-09-01')} />, { now: NOW, edits: month() })
    await shown.bridge.execute({ name: 'period.close', input: { engagementId: own.id, start: '2026-09-01' } })
    await screen.findByRole('textbox', { name: 'In place of mtg' })
    return { ...shown, closing: () => [...shown.book.workspace.tables.closings.values()][0] }
  }

  it('is worded for the client without touching an entry', async () => {
    const { book, closing } = await begin()
    const before = JSON.stringify([...book.workspace.tables.entries.values()])
    const field = screen.getByRole('textbox', { name: 'In place of mtg' })
    fireEvent.focus(field)
    fireEvent.change(field, { target: { value: 'A meeting' } })
    fireEvent.blur(field)
    await waitFor(() => expect(closing()?.report?.words).toEqual([{ from: 'mtg', to: 'A meeting' }]))
    fireEvent.click(screen.getByRole('radio', { name: 'By day' }))
    await waitFor(() => expect(closing()?.report?.by).toBe('day'))
    expect(JSON.stringify([...book.workspace.tables.entries.values()])).toBe(before)
  })

  it('is kept as it was sent, and cannot be changed any more', async () => {
    const { closing } = await begin()
    await press('Mark as sent')
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Mark as sent' }))
    await waitFor(() => expect(closing()?.sentAt).toBe('2026-10-02T09:00:00Z'))
    const kept = closing()?.report?.sent
    expect(JSON.parse(kept?.paper ?? '{}')).toMatchObject({ title: 'Report for September 2026', language: 'en' })
    expect(JSON.parse(kept?.table ?? '[]')).toContainEqual(['Delivered', 12])
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'In place of mtg' })).toBeNull())
    expect(screen.queryByRole('button', { name: 'Mark as sent' })).toBeNull()
  })

  it('says what has changed since it was closed, and once it was sent the next report tells it', async () => {
    const { bridge, closing } = await begin()
    expect(document.body.textContent).not.toContain('has changed by')
    const late = { engagementId: own.id, when: { day: '2026-09-20', seconds: 5400 } }
    await bridge.execute({ name: 'entry.create', input: late })
    await screen.findByText(/^Time in this period has changed by 1.h.30.min since it was closed/)
    await bridge.execute({ name: 'period.send', input: { id: closing()?.id } })
    await waitFor(() => expect(screen.queryByText(/has changed by/)).toBeNull())
    cleanup()

    const edits = [...month(), made('closings', closing() as never), made('entries', lateEntry)]
    await showPlace(<ReportPlace id={own.id} start={day('2026-10-01')} />, { now: NOW, edits })
    await screen.findByText(/These figures may still change/)
    await waitFor(() => expect(sheetText()).toContain('Changed in earlier periods'))
    expect(plainText(sheetText())).toContain('September 2026+1:30+€150.00')
  })

  it('goes to the client as a table in their language', async () => {
    const { bridge } = await begin()
    const saved: { name: string; text?: string }[] = []
    Object.assign(bridge, {
      saveDocument: async (document: { name: string; text?: string }) => {
        saved.push(document)
        return { ok: true, value: { name: 'report.csv' } }
      },
    })
    await press('Save as CSV')
    await screen.findByText(/report\.csv/)
    expect(saved[0]?.text).toContain('Report for September 2026,Halden')
  })
})
